using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TalkConnect.Infrastructure.Persistence.SetWise;

/// <summary>
/// Reads rows into entities as the model maps them, without a query of EF's: so that one answer of the server can hold the rows of several tables.
/// </summary>
internal sealed class RowReader<TEntity>
    where TEntity : class
{
    private static readonly ConcurrentDictionary<Type, RowReader<TEntity>> ByContext = [];

    private readonly IReadOnlyList<string> _columns;
    private readonly Func<DbDataReader, int, TEntity> _read;

    private RowReader(IModel model)
    {
        // What has no member in the class, as the version, is nothing that the domain could change.
        var type = model.FindEntityType(typeof(TEntity))!;
        var properties = type.GetProperties().Where(property => !property.IsShadowProperty()).OrderByDescending(property => property.IsPrimaryKey()).ToList();
        _columns = [.. properties.Select(property => property.GetColumnName())];
        _read = Compile(properties);
    }

    /// <summary>How many columns it reads.</summary>
    public int Width => _columns.Count;

    public static RowReader<TEntity> For(TalkConnectDbContext db) => ByContext.GetOrAdd(db.GetType(), static (_, model) => new RowReader<TEntity>(model), db.Model);

    /// <summary>What to select, the key first.</summary>
    /// <param name="table">What the query calls the table.</param>
    public string Columns(string table) => string.Join(", ", _columns.Select(column => $"{table}.{column}"));

    /// <summary>The row that the reader stands on; null where an outer join found none.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="first">Where the columns begin.</param>
    public TEntity? Read(DbDataReader reader, int first) => reader.IsDBNull(first) ? null : _read(reader, first);

    private static Func<DbDataReader, int, TEntity> Compile(List<IProperty> properties)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var first = Expression.Parameter(typeof(int));
        var entity = Expression.Variable(typeof(TEntity));
        var create = Expression.Assign(entity, Expression.New(typeof(TEntity).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])!));
        var body = properties.Select((property, column) => Set(entity, property, reader, Expression.Add(first, Expression.Constant(column))));
        return Expression.Lambda<Func<DbDataReader, int, TEntity>>(Expression.Block([entity], [create, .. body, entity]), reader, first).Compile();
    }

    /// <summary>A null leaves what the constructor made of the member.</summary>
    private static Expression Set(Expression entity, IProperty property, Expression reader, Expression column)
    {
        var value = Expression.Convert(Value(property, reader, column), property.ClrType);
        var assign = Expression.Assign(Expression.Property(entity, property.PropertyInfo!), value);
        return property.IsNullable
            ? Expression.IfThen(Expression.Not(Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, column)), assign)
            : assign;
    }

    private static Expression Value(IProperty property, Expression reader, Expression column)
    {
        var converter = property.GetTypeMapping().Converter;
        var stored = Expression.Call(
            reader, nameof(DbDataReader.GetFieldValue), [converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType], column);
        return converter is null ? stored : Expression.Invoke(converter.ConvertFromProviderExpression, stored);
    }
}
