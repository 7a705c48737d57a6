// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme;

/// <summary>
/// An operation that changes nothing: reading what is sealed, searching it. It runs on a reader's connection, on one
/// moment of the database, so that nobody who writes waits for it. Only its audit line waits for the writer, and its
/// result is given out when that line is durable: nothing sealed is ever seen without one.
/// </summary>
public abstract class ReadingOperation<TInput, TResult>(OperationDoor door)
    : Operation<TInput, TResult>(door)
{
    internal sealed override bool OnlyReads => true;
}
