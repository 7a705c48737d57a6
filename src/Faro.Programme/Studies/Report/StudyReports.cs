// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Report;

/// <summary>Puts the report of a study together. Everything in it is already protected; it is read, never computed.</summary>
public static class StudyReports
{
    /// <summary>The report as it stands, for somebody who may see the study.</summary>
    /// <param name="db">A reader.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="id">The study.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null when there is no such study for this person.</returns>
    public static async Task<StudyReport?> ReadAsync(
        FaroDb db,
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        var study = await db
            .Studies.VisibleTo(actor)
            .AsNoTracking()
            .Include(each => each.Sources)
            .Include(each => each.Texts)
            .Include(each => each.Figures)
            .Include(each => each.Analyses)
            .Include(each => each.Headlines)
            .Include(each => each.Signatures)
            .AsSplitQuery()
            .FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (study is null)
        {
            return null;
        }

        var agencies = await db
            .Agencies.Select(agency => new { agency.Id, agency.Name })
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellation);
        var minimum = await OwnStudy.MinimumAsync(db, cancellation);
        var names = await ReportLedgers.NamesAsync(db, study, cancellation);
        return Of(
            study,
            agencies.GetValueOrDefault(study.AgencyId, ""),
            source =>
                source.AgencyId is { } agency && agencies.TryGetValue(agency, out var name)
                    ? name
                    : source.Origin,
            names,
            minimum
        );
    }

    /// <param name="study">With sources, texts and figures.</param>
    /// <param name="agency">Who makes it.</param>
    /// <param name="originOf">Who made a source, in words.</param>
    /// <param name="nameOf">Name of an account.</param>
    /// <param name="minimum">Counts under it are hidden.</param>
    internal static StudyReport Of(
        Study study,
        string agency,
        Func<StudySource, string> originOf,
        Func<Guid?, string> nameOf,
        int minimum
    )
    {
        var madeAt = study.Figures.Select(figure => (DateTimeOffset?)figure.MadeAt).Max();
        var ledger = ReportLedgers.Of(study, nameOf, minimum);
        var parts = study.Figures.ToDictionary(
            figure => figure.Code,
            PartOf,
            StringComparer.Ordinal
        );
        var figures = ReportLedgers
            .Shown(study.Figures.OrderBy(figure => figure.Order).Select(Read), ledger)
            .Select(figure => (Part: parts[figure.Code], Figure: figure))
            .ToList();
        if (study.Sources.Count > 0)
        {
            figures.Add((StudyParts.Annexes, Sources(study, originOf, minimum)));
        }

        var number = 0;
        var chapters = StudyParts.All.Select(part =>
        {
            var text = study.Texts.Find(each => each.Part == part);
            return new ReportChapter(
                part,
                text is null ? LocalText.Empty : new LocalText(text.Es, text.En),
                [
                    .. figures
                        .Where(figure => figure.Part == part)
                        .Select(figure => figure.Figure with { Number = ++number }),
                ]
            );
        });
        return new StudyReport(
            study.Id,
            new LocalText(study.TitleEs, study.TitleEn),
            new LocalText(study.QuestionEs, study.QuestionEn),
            agency,
            study.Territory,
            study.TerritoryName,
            study.PeriodFrom,
            study.PeriodTo,
            madeAt,
            study.IsClosed,
            new Protection(minimum).Minimum,
            [.. chapters.Where(chapter => !chapter.Text.IsEmpty || chapter.Figures.Count > 0)],
            ledger
        );
    }

    /// <summary>Series give the context, profiles the phenomenon, linkage and estimate the hidden figure.</summary>
    private static string PartOf(StudyFigure figure) =>
        figure.Step != StudySteps.Profiles ? StudyParts.Estimates
        : figure.Code.StartsWith("series-", StringComparison.Ordinal) ? StudyParts.Context
        : StudyParts.Phenomenon;

    /// <summary>A figure as the report has it, not yet numbered.</summary>
    internal static ReportFigure Read(StudyFigure figure) =>
        new(
            0,
            figure.Code,
            figure.Kind,
            figure.Read(),
            new FigureProvenance(
                figure.InputsHash,
                figure.Settings,
                figure.Seed,
                JsonSerializer.Deserialize<SortedDictionary<string, string>>(
                    figure.Versions,
                    StudyJson.Plain
                )!,
                figure.MadeAt
            )
        );

    private static ReportFigure Sources(
        Study study,
        Func<StudySource, string> originOf,
        int minimum
    )
    {
        var protection = new Protection(minimum);
        var rows = study
            .Sources.OrderBy(source => source.Number)
            .Select(source => new SourceRow(
                source.Number,
                source.Kind,
                source.Name,
                originOf(source),
                source.RetrievedOn,
                source.Licence,
                source.Citation,
                Records(study, source, protection),
                source.FileHash
            ));
        return new ReportFigure(
            0,
            StudySteps.Sources,
            StudyFigure.Table,
            new SourcesFigure([.. rows]),
            new FigureProvenance(
                StudyInputs.HashOf(study, StudySteps.Sources, minimum),
                study.Settings,
                study.Seed,
                StudyInputs.Versions,
                study.UpdatedAt
            )
        );
    }

    /// <summary>What another figure of the study shows or hides of the same records, so that they are not told here.</summary>
    private static long? Records(Study study, StudySource source, Protection protection)
    {
        if (source.Kind is not (SourceKinds.PersonList or SourceKinds.Microdata))
        {
            return null;
        }

        foreach (var data in study.Figures.Select(figure => figure.Read()))
        {
            if (data is ProfileFigure profile && profile.Source == source.Number)
            {
                return profile.Records;
            }

            if (
                data is SamePersonFigure people
                && people.Lists.FirstOrDefault(list => list.List == source.Name) is { } list
            )
            {
                return list.Records;
            }
        }

        return protection.Count(source.RowCount);
    }
}
