// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Cases;
using Xunit;

namespace Faro.Programme.Tests.Cases;

public sealed class CaseStatesProperties
{
    private const int Walks = 10_000;
    private const int Steps = 40;

    /// <summary>However a case walks, it stands in a state of the list, and only a determination says who is a victim.</summary>
    [Fact]
    public void No_walk_reaches_a_state_that_the_rules_forbid() =>
        Gen.Int[0, int.MaxValue]
            .Array[Steps]
            .Sample(
                dice =>
                {
                    var (state, from) = (CaseStates.Lead, "");
                    foreach (var die in dice)
                    {
                        var moves = CaseStates
                            .Moves.Where(move =>
                                move.From == state
                                // A case is reopened where it was closed from, and nowhere else.
                                && (move.By != CaseMoveBy.Reopening || move.To == from)
                            )
                            .ToArray();
                        if (moves.Length == 0)
                        {
                            return false;
                        }

                        var move = moves[die % moves.Length];
                        from = move.By == CaseMoveBy.Closure ? state : from;
                        var decides =
                            move.To is CaseStates.IdentifiedVictim or CaseStates.NotVictim
                            && move.By != CaseMoveBy.Reopening;
                        if (decides && move.By != CaseMoveBy.Determination)
                        {
                            return false;
                        }

                        state = move.To;
                        if (!CodeLists.Get(CaseStates.List).Contains(state))
                        {
                            return false;
                        }
                    }

                    return true;
                },
                iter: Walks
            );

    [Fact]
    public void Every_state_of_the_list_is_reached_and_left()
    {
        foreach (var state in CodeLists.Get(CaseStates.List).Entries.Select(entry => entry.Code))
        {
            Assert.Contains(CaseStates.Moves, move => move.From == state);
            Assert.True(
                state == CaseStates.Lead || CaseStates.Moves.Any(move => move.To == state),
                state
            );
        }
    }

    [Fact]
    public void No_move_is_written_twice() =>
        Assert.Equal(CaseStates.Moves.Count, CaseStates.Moves.Distinct().Count());
}
