// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Sources;
using Faro.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Studies.Sources;

/// <summary>One source: what its columns are, what is wrong in it, loading and removing it.</summary>
public sealed partial class Columns(
    FaroDb db,
    PreviewSource previewSource,
    MapSource mapSource,
    LoadSource loadSource,
    RemoveSource removeSource
) : Screen
{
    private const int MostSamples = 4;

    private StudyHead? _study;
    private StudySource? _source;
    private SourcePreview? _preview;
    private IReadOnlyList<FileProblem> _problems = [];
    private bool _open;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid SourceId { get; set; }

    [SupplyParameterFromQuery(Name = "hoja")]
    private int? Sheet { get; set; }

    private int SheetOrFirst => Sheet ?? SourceMapping.FromJson(_source?.Mapping ?? "")?.Sheet ?? 1;

    protected override async Task OnInitializedAsync()
    {
        // The first rows of a list of persons may stand on this page.
        NeverCache();
        _study = await db
            .Studies.VisibleTo(Actor)
            .Where(study => study.Id == Id)
            .Heads(db)
            .FirstOrDefaultAsync(Aborted);
        _source = await db
            .StudySources.VisibleTo(Actor, db)
            .FirstOrDefaultAsync(source => source.Id == SourceId && source.StudyId == Id, Aborted);
        if (_study is null || _source is null)
        {
            SayNotFound();
            return;
        }

        _open = _study.IsOpenTo(Actor);
        _problems = FileProblem.ListFromJson(_source.Problems);
        if (_open && CanMap(_source))
        {
            var seen = await previewSource.RunAsync(
                Actor,
                new PreviewSourceInput(SourceId, SheetOrFirst),
                Aborted
            );
            if (Settled(seen))
            {
                _preview = seen.Value;
                _problems = _problems.Count > 0 ? _problems : _preview.Problems;
            }
        }
    }

    /// <summary>Maps and asks for loading at once: the person has seen the rows and said what they are.</summary>
    private async Task MapAsync()
    {
        if (_preview is null)
        {
            return;
        }

        var mapping = new SourceMapping(
            [
                .. _preview.Headers.Select(
                    (_, index) =>
                        new MappedColumn(
                            index + 1,
                            Posted($"role-{index + 1}") ?? SourceRoles.Ignored,
                            Posted($"name-{index + 1}") ?? ""
                        )
                ),
            ],
            SheetOrFirst
        );
        if (
            Settled(await mapSource.RunAsync(Actor, new MapSourceInput(SourceId, mapping), Aborted))
            && Settled(await loadSource.RunAsync(Actor, new LoadSourceInput(SourceId), Aborted))
        )
        {
            GoTo(StudiesLinks.Source(Id, SourceId));
        }
    }

    private async Task RemoveAsync()
    {
        if (
            _open
            && Settled(await removeSource.RunAsync(Actor, new RemoveSourceInput(SourceId), Aborted))
        )
        {
            GoTo(StudiesLinks.One(Id));
        }
    }

    /// <summary>Only who sent the file is shown its rows.</summary>
    private bool CanMap(StudySource source) =>
        source.State is SourceStates.New or SourceStates.Checked or SourceStates.Failed
        && source.ErasedAt is null
        && source.UploadedBy == Actor.UserId;

    /// <summary>The first different values of a column: enough to see what it holds.</summary>
    private static IEnumerable<string> Sample(SourcePreview preview, int column) =>
        preview
            .Rows.Select(row => column < row.Count ? row[column] : "")
            .Where(cell => cell.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(MostSamples);

    private string RoleAt(int column) =>
        Posted($"role-{column}")
        ?? _preview?.Mapping.Columns.FirstOrDefault(each => each.Column == column)?.Role
        ?? SourceRoles.Ignored;

    private string NameAt(int column) =>
        Posted($"name-{column}")
        ?? _preview?.Mapping.Columns.FirstOrDefault(each => each.Column == column)?.Name
        ?? _preview?.Headers[column - 1]
        ?? "";

    private string RoleWord(string role)
    {
        var word = T[$"Role.{role}"];
        return word.ResourceNotFound
            ? CodeLists
                .Get(MicrodataVariables.List)
                .Label(role, System.Globalization.CultureInfo.CurrentUICulture)
            : word;
    }
}
