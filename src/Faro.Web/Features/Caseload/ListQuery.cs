// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Caseload.Lists;
using Faro.Web.FormParts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Faro.Web.Features.Caseload;

/// <summary>A list of cases as an address says it.</summary>
/// <param name="Filter">Which cases; null when the address says nothing of it.</param>
/// <param name="Order">A code of the list <c>case-orders</c>, or null.</param>
/// <param name="ListId">The saved list that it begins from.</param>
/// <param name="SaysAll">All open cases, not the list that the reader begins with.</param>
/// <param name="After">The last case of the page before.</param>
internal sealed record ListQuery(
    CaseFilter? Filter,
    string? Order,
    Guid? ListId,
    bool SaysAll,
    Guid? After
)
{
    public const string ListKey = "list";
    public const string OrderKey = "order";
    public const string NoList = "all";

    private const string AfterKey = "after";
    private const string Yes = "yes";

    private static readonly (string Key, Func<CaseFilter, string> Get)[] Parts =
    [
        ("state", filter => filter.State),
        ("risk", filter => filter.Risk),
        ("whose", filter => filter.Whose),
        ("due", filter => filter.Due),
        ("kind", filter => filter.DueKind),
        ("quiet", filter => filter.QuietDays?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("lacks", filter => filter.Lacks),
        ("flag", filter => filter.Flagged ? Yes : ""),
        ("from", filter => PostedDay.Write(filter.OpenedFrom) ?? ""),
        ("to", filter => PostedDay.Write(filter.OpenedTo) ?? ""),
        ("closed", filter => PostedDay.Write(filter.ClosedFrom) ?? ""),
        ("sex", filter => filter.Sex),
        ("age", filter => filter.AgeBand),
        ("minor", filter => filter.Minor ? Yes : ""),
        ("form", filter => filter.Form),
        ("agency", filter => filter.AgencyId?.ToString() ?? ""),
    ];

    public static ListQuery Read(IQueryCollection query)
    {
        string Text(string key) => query[key].ToString().Trim();
        Guid? Id(string key) => Guid.TryParse(Text(key), out var id) ? id : null;
        var says = Parts.Any(part => query.ContainsKey(part.Key));
        var filter = new CaseFilter
        {
            State = Text("state"),
            Risk = Text("risk"),
            Whose = Text("whose"),
            Due = Text("due"),
            DueKind = Text("kind"),
            QuietDays = int.TryParse(Text("quiet"), CultureInfo.InvariantCulture, out var days)
                ? Math.Clamp(days, 1, CaseFilter.MostQuietDays)
                : null,
            Lacks = CodeOf(CaseGaps.List, Text("lacks")),
            Flagged = Text("flag") == Yes,
            OpenedFrom = PostedDay.Read(Text("from")),
            OpenedTo = PostedDay.Read(Text("to")),
            ClosedFrom = PostedDay.Read(Text("closed")),
            Sex = Text("sex"),
            AgeBand = Text("age"),
            Minor = Text("minor") == Yes,
            Form = Text("form"),
            AgencyId = Id("agency"),
        };
        return new ListQuery(
            says ? filter : null,
            Text(OrderKey) is { Length: > 0 } order ? order : null,
            Id(ListKey),
            Text(ListKey) == NoList,
            Id(AfterKey)
        );
    }

    /// <summary>What narrows, as an address; of an empty filter one part, so that it is not taken for nothing said.</summary>
    public static string Write(CaseFilter filter, string? order = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in Pairs(filter))
        {
            query.Add(key, value);
        }

        if (order is not null)
        {
            query.Add(OrderKey, order);
        }

        return query.ToString().TrimStart('?');
    }

    /// <summary>For hidden fields of a form.</summary>
    public static IEnumerable<(string Key, string Value)> Pairs(CaseFilter filter)
    {
        var said = Parts
            .Select(part => (part.Key, Value: part.Get(filter)))
            .Where(part => part.Value.Length > 0)
            .ToList();
        return said.Count > 0 ? said : [(Parts[0].Key, "")];
    }

    /// <summary>The next page of what this one shows.</summary>
    public string Next(Guid after)
    {
        var parts = new List<string>();
        if (Filter is { } filter)
        {
            parts.Add(Write(filter));
        }

        if (Order is { } order)
        {
            parts.Add($"{OrderKey}={Uri.EscapeDataString(order)}");
        }

        if (ListId is not null || SaysAll)
        {
            parts.Add($"{ListKey}={ListId?.ToString() ?? NoList}");
        }

        parts.Add($"{AfterKey}={after}");
        return $"{Cases.CasesLinks.List}?{string.Join('&', parts)}";
    }

    /// <summary>A gap is a condition: one that is unknown can only be left out.</summary>
    private static string CodeOf(string list, string code) =>
        Faro.Programme.CodeLists.Get(list).Contains(code) ? code : "";
}
