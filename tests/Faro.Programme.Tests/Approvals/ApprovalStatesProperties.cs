// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Approvals;
using Xunit;

namespace Faro.Programme.Tests.Approvals;

public sealed class ApprovalStatesProperties
{
    private const int Walks = 10_000;
    private const int Steps = 20;

    /// <summary>
    /// However a request is acted on, it is approved by as many yeses as it has levels and by nothing else, it is used at
    /// most once, and what ended stays ended.
    /// </summary>
    [Fact]
    public void No_walk_approves_what_a_level_did_not_say_yes_to() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 3].Array[Steps])
            .Sample(
                (levels, moves) =>
                {
                    var (at, yeses) = (new ApprovalPlace(ApprovalStates.Waiting, 1), 0);
                    foreach (var move in moves.Select(each => (ApprovalMove)each))
                    {
                        if (ApprovalStates.After(at, levels, move) is not { } to)
                        {
                            continue;
                        }

                        yeses += move == ApprovalMove.Grant ? 1 : 0;
                        var isRight =
                            CodeLists.Get(ApprovalStates.List).Contains(to.State)
                            && to.Level >= 1
                            && to.Level <= levels
                            && at.State is ApprovalStates.Waiting or ApprovalStates.Approved
                            && (to.State != ApprovalStates.Waiting || to.Level == yeses + 1)
                            && (
                                to.State is not (ApprovalStates.Approved or ApprovalStates.Used)
                                || yeses == levels
                            );
                        if (!isRight)
                        {
                            return false;
                        }

                        at = to;
                    }

                    return true;
                },
                iter: Walks
            );

    [Fact]
    public void Every_state_of_the_list_is_reached()
    {
        var start = new ApprovalPlace(ApprovalStates.Waiting, 1);
        var reached = Enum.GetValues<ApprovalMove>()
            .Select(move => ApprovalStates.After(start, 1, move))
            .OfType<ApprovalPlace>()
            .ToList();
        reached.AddRange(
            reached
                .ToList()
                .Select(place => ApprovalStates.After(place, 1, ApprovalMove.Use))
                .OfType<ApprovalPlace>()
        );
        Assert.Equal(
            CodeLists.Get(ApprovalStates.List).Entries.Select(entry => entry.Code).Order(),
            reached.Select(place => place.State).Append(start.State).Distinct().Order()
        );
    }
}
