// SPDX-License-Identifier: Apache-2.0

namespace Faro.Programme;

/// <summary>
/// The one way to write, and the one way to read what is sealed. Running an operation checks its permission, gives it a
/// transaction, keeps what it wrote when it is done, forgets it when it is refused, and writes the audit either way.
/// </summary>
public abstract class Operation<TInput, TResult>(OperationDoor door)
{
    /// <summary>Who may; checked before anything else, and the refusal is recorded.</summary>
    public abstract Permission Permission { get; }

    /// <summary>The name in the audit and in the API: the type's name in kebab case.</summary>
    public string Code => OperationCode.Of(GetType());

    public Task<Outcome<TResult>> RunAsync(
        Actor actor,
        TInput input,
        CancellationToken cancellation = default
    ) => door.RunAsync(this, actor, input, rehearsal: false, cancellation);

    /// <summary>
    /// Runs it to its end and forgets what it wrote: tells whether it would be done. The audit says that it was tried. Only
    /// for operations that touch nothing but the database.
    /// </summary>
    public Task<Outcome<TResult>> RehearseAsync(
        Actor actor,
        TInput input,
        CancellationToken cancellation = default
    ) => door.RunAsync(this, actor, input, rehearsal: true, cancellation);

    /// <summary>
    /// Slow work that writes nothing (hashing a password, reading a file), done before the operation waits for the one
    /// writer, so that nobody else waits for it. What it finds goes into the input; whatever may change meanwhile must be
    /// checked again in <see cref="ActAsync"/>.
    /// </summary>
    protected internal virtual Task<TInput> PrepareAsync(
        Preparation preparation,
        TInput input,
        CancellationToken cancellation
    ) => Task.FromResult(input);

    /// <summary>Whether it runs beside the writer: see <see cref="ReadingOperation{TInput,TResult}"/>.</summary>
    internal virtual bool OnlyReads => false;

    /// <summary>Checks and effect, read from top to bottom. Return refusals; throw only when the world fails.</summary>
    protected internal abstract Task<Outcome<TResult>> ActAsync(
        Act act,
        TInput input,
        CancellationToken cancellation
    );
}
