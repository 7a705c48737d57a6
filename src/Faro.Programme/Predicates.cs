// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;

namespace Faro.Programme;

/// <summary>Conditions of queries, put together from conditions that are stated once.</summary>
internal static class Predicates
{
    public static Expression<Func<T, bool>> Or<T>(
        this Expression<Func<T, bool>> one,
        Expression<Func<T, bool>> other
    ) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(one.Body, Of(other, one.Parameters[0])),
            one.Parameters
        );

    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> one) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(one.Body), one.Parameters);

    private static Expression Of<T>(Expression<Func<T, bool>> condition, ParameterExpression row) =>
        new Replaced(condition.Parameters[0], row).Visit(condition.Body);

    private sealed class Replaced(ParameterExpression from, ParameterExpression to)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : node;
    }
}
