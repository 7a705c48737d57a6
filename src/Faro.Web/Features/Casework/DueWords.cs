// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Tasks;
using Faro.Web.Words;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Casework;

/// <summary>What is due, in words: what somebody wrote, or what kind of thing it is.</summary>
internal static class DueWords
{
    public static string Of(IStringLocalizer words, DayItem item) =>
        item.IsTask ? OfTask(item.Title, item.TaskKind) : words[$"Due.Kind.{item.Kind}"];

    public static string OfTask(string title, string kind) =>
        title.Length > 0 ? title : CodeChoices.Label(CaseTask.KindList, kind);
}
