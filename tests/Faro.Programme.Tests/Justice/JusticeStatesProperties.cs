// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Justice;
using Xunit;

namespace Faro.Programme.Tests.Justice;

public sealed class JusticeStatesProperties
{
    private const int Walks = 10_000;
    private const int Steps = 40;

    /// <summary>
    /// However a process walks, it stands in a state of the list, is ruled on only after somebody was charged, is final
    /// only after a ruling, and never again has no complaint.
    /// </summary>
    [Fact]
    public void No_walk_reaches_a_stage_before_what_it_follows() =>
        Gen.Int[0, int.MaxValue]
            .Array[Steps]
            .Sample(
                dice =>
                {
                    var (state, charged, ruled) = (JusticeStates.NoComplaint, false, false);
                    foreach (var die in dice)
                    {
                        var next = JusticeStates.Next(state).ToArray();
                        if (next.Length == 0)
                        {
                            return false;
                        }

                        state = next[die % next.Length];
                        charged |= state == JusticeStates.Charged;
                        ruled |= state == JusticeStates.Ruled;
                        var isRight =
                            CodeLists.Get(JusticeStates.List).Contains(state)
                            && state != JusticeStates.NoComplaint
                            && (state != JusticeStates.Ruled || charged)
                            && (
                                state is not (JusticeStates.Appealed or JusticeStates.Final)
                                || ruled
                            );
                        if (!isRight)
                        {
                            return false;
                        }
                    }

                    return true;
                },
                iter: Walks
            );

    [Fact]
    public void Every_state_of_the_list_is_reached_and_no_move_is_written_twice()
    {
        Assert.Equal(
            CodeLists
                .Get(JusticeStates.List)
                .Entries.Select(entry => entry.Code)
                .Order(StringComparer.Ordinal),
            JusticeStates
                .Moves.Select(move => move.To)
                .Append(JusticeStates.NoComplaint)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(JusticeStates.Moves.Count, JusticeStates.Moves.Distinct().Count());
    }
}
