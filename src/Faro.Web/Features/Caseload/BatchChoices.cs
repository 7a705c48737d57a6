// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Caseload.Together;
using Faro.Web.FormParts;
using Faro.Web.Words;

namespace Faro.Web.Features.Caseload;

/// <summary>What somebody may do in many cases at once, as a form offers it.</summary>
internal static class BatchChoices
{
    public static IReadOnlyList<Choice> Actions(Actor actor, TimeProvider clock) =>
        [
            .. CodeChoices
                .Of(BatchActions.List, clock)
                .Where(choice => actor.May(BatchActions.Asks(choice.Value))),
        ];
}
