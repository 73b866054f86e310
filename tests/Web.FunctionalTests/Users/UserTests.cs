namespace TalkConnect.Web.FunctionalTests.Users;

public abstract class UserTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Is_created_once_and_then_replaced_as_a_whole()
    {
        await APerson(Person.Teacher, id: "ref");

        var created = (await Put("u", "A", "a@example.org", "student", "ref")).Must(201).As<UserShape>();
        var replaced = (await Put("u", "B", "b@example.org", "teacher")).Must(200).As<UserShape>();

        created.ShouldBe(new UserShape("u", "A", "a@example.org", "student", "ref", 0m));
        replaced.ShouldBe(new UserShape("u", "B", "b@example.org", "teacher", null, 0m));
        (await Api.Get("/api/admin/users/u", Admin)).As<UserShape>().ShouldBe(replaced);
    }

    [Fact]
    public async Task Replacing_leaves_the_money_alone()
    {
        var student = await AStudent(credit: 12.34m);

        (await Put(student.Id, "B", "b@example.org", "student")).Must(200).As<UserShape>().CreditBalance.ShouldBe(12.34m);

        (await Balance(student)).ShouldBe(12.34m);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        (await Put("u", "A", "a@example.org", "student")).Must(201);
        var first = (await Put("u", "A", "a@example.org", "student")).Must(200).Text;

        (await Put("u", "A", "a@example.org", "student")).Must(200).Text.ShouldBe(first);
    }

    [Fact]
    public async Task An_address_need_not_be_unique()
    {
        (await Put("one", "A", "family@example.org", "student")).Must(201);
        (await Put("two", "B", "family@example.org", "student")).Must(201);
    }

    [Fact]
    public async Task Nobody_refers_themselves_or_is_referred_by_nobody()
    {
        (await Put("u", "A", "a@example.org", "teacher", "u")).MustName("referred_by");
        (await Put("u", "A", "a@example.org", "teacher", "nobody")).MustName("referred_by");
        (await Put("u", "A", "a@example.org", "teacher")).Must(201);
        (await Put("u", "A", "a@example.org", "teacher", "u")).MustName("referred_by");

        (await Api.Get("/api/admin/users/u", Admin)).As<UserShape>().ReferredBy.ShouldBeNull();
    }

    [Fact]
    public async Task A_teacher_with_a_course_stays_a_teacher()
    {
        var lesson = await ALesson();

        (await Put(lesson.Teacher.Id, "A", "a@example.org", "student")).MustBeRefused(409, "role_in_use");
        (await Put(lesson.Teacher.Id, "Renamed", "a@example.org", "teacher")).Must(200).As<UserShape>().Name.ShouldBe("Renamed");
    }

    [Fact]
    public async Task A_student_keeps_the_role_until_the_hold_is_settled()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        (await Put(place.Student.Id, "A", "a@example.org", "teacher")).MustBeRefused(409, "role_in_use");
        await Cancels(Admin, lesson);
        (await Put(place.Student.Id, "A", "a@example.org", "teacher")).Must(200).As<UserShape>().CreditBalance.ShouldBe(100m);
    }

    [Fact]
    public async Task Who_is_stored_in_another_role_makes_nobody_an_admin()
    {
        var teacher = await ATeacher(referred: true);
        var former = teacher.Claiming(Person.Admin);
        var body = new { name = "A", email = "a@example.org", role = Person.Admin };

        (await Api.Put($"/api/admin/users/{teacher.Id}", body, former)).MustBeRefused(403, "role_mismatch");
        (await Api.Put($"/api/admin/users/{teacher.Id}", body with { role = Person.Teacher }, former)).MustBeRefused(403, "role_mismatch");
        (await Api.Put("/api/admin/users/another", body, former)).MustBeRefused(403, "role_mismatch");

        var stored = (await Api.Get($"/api/admin/users/{teacher.Id}", Admin)).Must(200).As<UserShape>();
        stored.Role.ShouldBe(Person.Teacher);
        stored.ReferredBy.ShouldNotBeNull();
        (await Api.Get("/api/admin/users/another", Admin)).MustBeRefused(404, "user_not_found");
    }

    [Fact]
    public async Task An_admin_enters_people_with_and_without_a_row_of_their_own()
    {
        var stored = await APerson(Person.Admin);

        (await Api.Get($"/api/admin/users/{Admin.Id}", Admin)).MustBeRefused(404, "user_not_found");
        (await Put(Admin.Id, "The admin", "a@example.org", Person.Admin)).Must(201);
        (await Put(Admin.Id, "The admin again", "a@example.org", Person.Admin)).Must(200);
        (await Api.Put("/api/admin/users/another", new { name = "B", email = "b@example.org", role = Person.Student }, stored)).Must(201);
    }

    [Fact]
    public async Task Are_listed_newest_first()
    {
        foreach (var id in new[] { "a", "c", "b" })
        {
            await APerson(Person.Student, id: id);
            App.Clock.Now = App.Clock.Now.AddSeconds(1);
        }

        (await Api.Get("/api/admin/users", Admin)).Must(200).As<PageShape<UserShape>>().Items.Select(user => user.Id).ShouldBe(["b", "c", "a"]);
    }

    private Task<Answer> Put(string id, string name, string email, string role, string? referredBy = null) => Api.Put(
        $"/api/admin/users/{id}",
        referredBy is null ? new { name, email, role } : new { name, email, role, referred_by = referredBy },
        Admin);
}

[Collection(SqliteTests.Name)]
public sealed class UserTestsOnSqlite(SqliteApp app) : UserTests(app);

[Collection(MariaDbTests.Name)]
public sealed class UserTestsOnMariaDb(MariaDbApp app) : UserTests(app);
