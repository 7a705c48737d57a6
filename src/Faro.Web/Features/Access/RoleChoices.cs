// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Web.FormParts;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Access;

/// <summary>The roles as a question.</summary>
internal static class RoleChoices
{
    /// <summary>How the form sends each chosen role.</summary>
    public const string FieldName = "Answers.RoleCodes";

    public static IReadOnlyList<Choice> All(IStringLocalizer<Text> words) =>
        [
            .. Role.All.Select(role => new Choice(
                role.Code,
                words[$"Role.{role.Code}"],
                words[$"RoleHint.{role.Code}"]
            )),
        ];
}
