// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Casework;

public sealed class TaskPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_task_is_added_seen_on_the_first_page_and_ticked_there(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        await file.SendAsync(
            "/tareas",
            "add-task",
            ("Answers.Kind", "call"),
            ("Answers.Title", "Confirmar la cita médica"),
            ("Answers.DueOn", CaseFile.Today.ToString("yyyy-MM-dd"))
        );

        var start = await file.Client.PageAsync("/");
        var item = start.QuerySelector("button[name='Ticked.Task']")!;
        using var ticked = await file.Client.SendFormAsync(
            start,
            "/",
            "my-task",
            ("Ticked.Task", item.GetAttribute("value")!)
        );
        var after = await file.PageAsync("/tareas");

        Assert.Contains(
            "Confirmar la cita médica",
            start.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, ticked.StatusCode);
        Assert.Contains("Nada pendiente", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Hecha",
            after.QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_late_task_is_marked_and_its_day_can_be_moved()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await file.SendAsync("/tareas", "add-task", ("Answers.Kind", "visit"));
        await file.Host.WriteAsync(async act =>
        {
            var task = Assert.Single(act.Db.CaseTasks);
            task.DueOn = CaseFile.Today.AddDays(-3);
            await Task.CompletedTask;
        });

        var late = await file.PageAsync("/tareas");
        var change = late.QuerySelector("li.late a")!.GetAttribute("href")!;
        using var changed = await file.Client.SendFormAsync(
            change,
            "change-task",
            ("Answers.DueOn", CaseFile.Today.AddDays(9).ToString("yyyy-MM-dd"))
        );

        Assert.Contains(
            "Hace 3 días",
            late.QuerySelector("li.late .tag.r")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Null((await file.PageAsync("/tareas")).QuerySelector("li.late"));
    }

    [Fact]
    public async Task A_refused_task_says_why_and_keeps_what_was_written()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var refused = await file.Client.SendFormAsync(
            file.Path + "/tareas",
            "add-task",
            ("Answers.Kind", "call"),
            ("Answers.Title", "Llamar ayer"),
            ("Answers.DueOn", CaseFile.Today.AddDays(-1).ToString("yyyy-MM-dd"))
        );
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "La fecha ya pasó",
            page.QuerySelector(".errors")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Llamar ayer",
            page.QuerySelector("input[name='Answers.Title']")!.GetAttribute("value")
        );
    }

    [Fact]
    public async Task A_closed_case_offers_no_task()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await file.CloseAsync();

        Assert.Null((await file.PageAsync("/tareas")).QuerySelector("input[value='add-task']"));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_API_adds_reads_and_marks_tasks(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var made = await file.Client.PostedAsync(
            $"/api/cases/{file.Id}/add-task",
            new
            {
                kind = "call",
                title = "Por API",
                compartment = "social",
            }
        );
        var added = made.GetGuid();
        await file.Client.PostedAsync(
            $"/api/tasks/{added}/mark",
            new { version = 1, state = "done" }
        );
        var read = await file.Client.PostedAsync($"/api/cases/{file.Id}/read-tasks");
        using var again = await file.Client.PostAsJsonAsync(
            $"/api/tasks/{added}/mark",
            new { version = 1, state = "open" }
        );
        using var analyst = file.Host.As(Role.Analyst);
        using var turned = await analyst.PostAsync(
            new Uri($"/api/cases/{file.Id}/read-tasks", UriKind.Relative),
            null
        );

        Assert.Equal("done", read[0].GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, turned.StatusCode);
    }
}
