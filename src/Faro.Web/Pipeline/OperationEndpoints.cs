// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Web.Doors;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Pipeline;

/// <summary>
/// An operation as a JSON door: of a collection (<c>/api/people/register</c>) or of one item
/// (<c>/api/people/{id}/change</c>). The door asks for the operation's own permission, so the two cannot disagree.
/// </summary>
internal static class OperationEndpoints
{
    /// <summary>Nothing is asked but that it be done.</summary>
    public static RouteHandlerBuilder MapOperation<TOperation, TResult>(
        this IEndpointRouteBuilder collection,
        string name
    )
        where TOperation : Operation<Done, TResult> =>
        collection.Map<TOperation, Done, TResult>(
            name,
            (
                TOperation operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) => operation.AnswerAsync(current, default, words, cancellation)
        );

    /// <summary>The body is the input.</summary>
    public static RouteHandlerBuilder MapOperation<TOperation, TInput, TResult>(
        this IEndpointRouteBuilder collection,
        string name
    )
        where TOperation : Operation<TInput, TResult>
        where TInput : notnull =>
        collection.MapOperation<TOperation, TInput, TInput, TResult>(name, body => body);

    /// <summary>The input is made from the body.</summary>
    public static RouteHandlerBuilder MapOperation<TOperation, TBody, TInput, TResult>(
        this IEndpointRouteBuilder collection,
        string name,
        Func<TBody, TInput> input
    )
        where TOperation : Operation<TInput, TResult>
        where TBody : notnull =>
        collection.Map<TOperation, TInput, TResult>(
            name,
            (
                TBody body,
                TOperation operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) => operation.AnswerAsync(current, input(body), words, cancellation)
        );

    /// <summary>The item's id is the input.</summary>
    public static RouteHandlerBuilder MapItemOperation<TOperation, TResult>(
        this IEndpointRouteBuilder collection,
        string name
    )
        where TOperation : Operation<Guid, TResult> =>
        collection.Map<TOperation, Guid, TResult>(
            "{id:guid}/" + name,
            (
                Guid id,
                TOperation operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) => operation.AnswerAsync(current, id, words, cancellation)
        );

    /// <summary>The input is made from the item's id and the body.</summary>
    public static RouteHandlerBuilder MapItemOperation<TOperation, TBody, TInput, TResult>(
        this IEndpointRouteBuilder collection,
        string name,
        Func<Guid, TBody, TInput> input
    )
        where TOperation : Operation<TInput, TResult>
        where TBody : notnull =>
        collection.Map<TOperation, TInput, TResult>(
            "{id:guid}/" + name,
            (
                Guid id,
                TBody body,
                TOperation operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) => operation.AnswerAsync(current, input(id, body), words, cancellation)
        );

    private static RouteHandlerBuilder Map<TOperation, TInput, TResult>(
        this IEndpointRouteBuilder collection,
        string pattern,
        Delegate handler
    )
        where TOperation : Operation<TInput, TResult> =>
        collection
            .MapPost("/" + pattern, handler)
            .RequireDoor(collection.ServiceProvider.GetRequiredService<TOperation>().Permission);

    private static async Task<Results<Ok<TResult>, ProblemHttpResult>> AnswerAsync<TInput, TResult>(
        this Operation<TInput, TResult> operation,
        CurrentActor current,
        TInput input,
        RefusalWords words,
        CancellationToken cancellation
    ) => (await operation.RunAsync(current.Actor, input, cancellation)).ToApi(words);
}
