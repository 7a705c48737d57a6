// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Storage;

/// <summary>The words with which a mapping states the sensitivity of its columns.</summary>
public static class SensitivityMarks
{
    private const string Annotation = "Faro:Sensitivity";

    public static void Open<T>(
        this EntityTypeBuilder<T> builder,
        params Expression<Func<T, object?>>[] columns
    )
        where T : class => Mark(builder, Sensitivity.Open, columns);

    public static void Personal<T>(
        this EntityTypeBuilder<T> builder,
        params Expression<Func<T, object?>>[] columns
    )
        where T : class => Mark(builder, Sensitivity.Personal, columns);

    public static void Sensitive<T>(
        this EntityTypeBuilder<T> builder,
        params Expression<Func<T, object?>>[] columns
    )
        where T : class => Mark(builder, Sensitivity.Sensitive, columns);

    public static void Sealed<T>(
        this EntityTypeBuilder<T> builder,
        params Expression<Func<T, object?>>[] columns
    )
        where T : class => Mark(builder, Sensitivity.Sealed, columns);

    /// <returns>Null when the mapping forgot to say; a house test finds it.</returns>
    public static Sensitivity? SensitivityOf(IReadOnlyProperty column) =>
        column.FindAnnotation(Annotation)?.Value is string name
            ? Enum.Parse<Sensitivity>(name)
            : null;

    internal static void Mark(IMutableProperty column, Sensitivity sensitivity) =>
        column.SetAnnotation(Annotation, sensitivity.ToString());

    private static void Mark<T>(
        EntityTypeBuilder<T> builder,
        Sensitivity sensitivity,
        Expression<Func<T, object?>>[] columns
    )
        where T : class
    {
        foreach (var column in columns)
        {
            var body = column.Body is UnaryExpression convert ? convert.Operand : column.Body;
            builder
                .Property(((MemberExpression)body).Member.Name)
                .HasAnnotation(Annotation, sensitivity.ToString());
        }
    }
}
