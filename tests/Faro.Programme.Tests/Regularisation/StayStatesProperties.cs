// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Regularisation;
using Xunit;

namespace Faro.Programme.Tests.Regularisation;

public sealed class StayStatesProperties
{
    private const int Walks = 10_000;
    private const int Steps = 25;

    /// <summary>However an application walks: nothing is granted, renewed or appealed before it was applied for.</summary>
    [Fact]
    public void No_walk_grants_what_nobody_applied_for() =>
        Gen.Int[0, int.MaxValue]
            .Array[Steps]
            .Sample(
                dice =>
                {
                    var (state, applied, granted, refused) = (
                        StayStates.Preparing,
                        false,
                        false,
                        false
                    );
                    foreach (var die in dice)
                    {
                        var next = StayStates.Next(state).ToArray();
                        if (next.Length == 0)
                        {
                            return state
                                is StayStates.Ended
                                    or StayStates.Abandoned
                                    or StayStates.RefusedFinally;
                        }

                        state = next[die % next.Length];
                        applied |= state == StayStates.Applied;
                        granted |= state == StayStates.Granted;
                        refused |= state == StayStates.Refused;
                        var isRight =
                            CodeLists.Get(StayStates.List).Contains(state)
                            && (state is StayStates.Abandoned || applied)
                            && (
                                state
                                    is not (
                                        StayStates.Renewal
                                        or StayStates.Expired
                                        or StayStates.Ended
                                    )
                                || granted
                            )
                            && (
                                state is not (StayStates.Appealed or StayStates.RefusedFinally)
                                || refused
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
    public void Every_state_of_the_list_is_reached() =>
        Assert.Equal(
            CodeLists
                .Get(StayStates.List)
                .Entries.Select(entry => entry.Code)
                .Order(StringComparer.Ordinal),
            StayStates
                .Moves.Select(move => move.To)
                .Append(StayStates.Preparing)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
