// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Web.Doors;
using Faro.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Layout;

/// <summary>What every screen has at hand: who is here, the words of refusals, the way to another page.</summary>
public abstract class Screen : ReadWhole
{
    [Inject]
    public required CurrentActor Current { get; set; }

    [Inject]
    public required RefusalWords RefusalWords { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>Refusals of the last operation, for the error summary and the fields.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    protected Actor Actor => Current.Actor;

    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The already worded error of one field, or null.</summary>
    protected string? ErrorOf(string field) => RefusalWords.For(Refusals, field);

    /// <summary>What the form sent under one name; null while no form was sent.</summary>
    protected string? Posted(string name) => PostedAll(name).FirstOrDefault();

    /// <summary>As <see cref="Posted"/>, where several have one name.</summary>
    protected string[] PostedAll(string name) =>
        Http.Request.HasFormContentType ? [.. Http.Request.Form[name].OfType<string>()] : [];

    /// <summary>Shows the refusals and says 422, unless the operation was done.</summary>
    /// <returns>Whether it was done.</returns>
    protected bool Settled<T>(Outcome<T> outcome)
    {
        Refusals = outcome.Refusals;
        if (!outcome.Done)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return outcome.Done;
    }

    /// <summary>The page does not exist for this person; which of the two reasons is never told.</summary>
    protected void SayNotFound() => Navigation.NotFound();

    /// <summary>After a write: on to a page that can be reloaded safely.</summary>
    protected void GoTo(string path) => Navigation.NavigateTo(path);

    /// <summary>
    /// What this page shows must not stay in the browser. It is said as the form token says it: where the two differ, a
    /// warning goes to the log at every page.
    /// </summary>
    protected void NeverCache() => NeverCache(Http);

    internal static void NeverCache(HttpContext http) =>
        http.Response.Headers.CacheControl = "no-cache, no-store";
}
