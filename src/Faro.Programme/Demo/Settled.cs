// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Demo;

/// <summary>The story obeys the rules that everybody obeys; when it does not, the story is wrong.</summary>
internal static class Settled
{
    /// <exception cref="InvalidOperationException">Refused: the story or a rule has changed.</exception>
    public static async Task<T> DoneAsync<T>(this Task<Outcome<T>> running)
    {
        var outcome = await running;
        return outcome.Done
            ? outcome.Value
            : throw new InvalidOperationException(
                "Bug in Faro: the demonstration was refused with "
                    + string.Join(
                        ' ',
                        outcome.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field}")
                    )
            );
    }
}
