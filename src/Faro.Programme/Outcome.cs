// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme;

/// <summary>What came of an operation: a value, or the refusals of the rules.</summary>
public sealed class Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals) =>
        (_value, Refusals) = (value, refusals);

    /// <summary>Empty when the operation was done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Done => Refusals.Count == 0;

    /// <exception cref="InvalidOperationException">The operation was refused: ask <see cref="Done"/> first.</exception>
    public T Value =>
        Done
            ? _value!
            : throw new InvalidOperationException(
                $"Bug in Faro: no value, refused with {Refusals[0].Code}"
            );

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    public static implicit operator Outcome<T>(List<Refusal> refusals) => new(default, refusals);
}

/// <summary>A rule said no. The code is stable and has words in both languages; a refusal itself carries none.</summary>
/// <param name="Code">Area and what is missing, as in <c>person.name-missing</c>.</param>
/// <param name="Field">The input's field it is about, or empty for the whole input.</param>
/// <param name="Values">What the words need (limits, codes, row numbers); never a person's answer.</param>
public sealed record Refusal(string Code, string Field = "", params IReadOnlyList<object> Values);

/// <summary>The result of an operation that has nothing to say but that it was done.</summary>
public readonly record struct Done;
