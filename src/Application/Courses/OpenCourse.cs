using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Courses;

/// <summary>Opens a course: a teacher their own, an admin one for a teacher.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Id">The wanted id; null for one of ours.</param>
/// <param name="TeacherId">Whose course; an admin must say, a teacher need not.</param>
/// <param name="Title">Its title.</param>
public sealed record OpenCourse(Actor Actor, string? Id, string? TeacherId, string? Title) : ICommand<CourseView>;

internal sealed class OpenCourseHandler(
    IRepository<Course> courses, IRepository<User> users, AuditTrail audit, IIds ids, TimeProvider clock)
    : IRequestHandler<OpenCourse, CourseView>
{
    public async Task<CourseView> Handle(OpenCourse request, CancellationToken cancellationToken)
    {
        var id = request.Id is null ? ids.New<CourseId>() : CourseId.From(request.Id);
        var teacherId = request.Actor.IsAdmin ? UserId.From(request.TeacherId!) : request.Actor.Id;

        // Locked, so that the teacher's role cannot change meanwhile.
        var teacher = await users.LockAsync(teacherId, cancellationToken) ?? throw UserErrors.NotFound(teacherId);
        var course = Course.Open(id, teacher, request.Title!, clock.GetUtcNow());
        if (await courses.LockAsync(id, cancellationToken) is not null)
        {
            throw SessionErrors.IdTaken(id.Value);
        }

        courses.Add(course);
        var view = CourseView.Of(course);
        audit.NoteOfAdmin(AuditAction.CourseOpened, AuditSubject.Course, id.Value, after: view);
        return view;
    }
}

internal sealed class OpenCourseValidator : AbstractValidator<OpenCourse>
{
    public OpenCourseValidator()
    {
        RuleFor(request => request.Id).OptionalId();
        RuleFor(request => request.Title).Text(Course.MaxTitleLength);
        RuleFor(request => request.TeacherId).Id().When(request => request.Actor.IsAdmin);
        RuleFor(request => request.TeacherId)
            .Must((request, teacher) => teacher is null || teacher == request.Actor.Id.Value)
            .WithMessage("teacher_id must be your own id or absent: a teacher opens courses of their own.")
            .When(request => !request.Actor.IsAdmin);
    }
}
