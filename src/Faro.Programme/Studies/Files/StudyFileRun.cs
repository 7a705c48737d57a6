// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Report;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Files;

/// <summary>Runs a study file from its lists to its report, by the same steps as the server.</summary>
public sealed class StudyFileRun(TimeProvider clock)
{
    private readonly List<Refusal> _refusals = [];
    private readonly List<StepSource> _sources = [];

    /// <param name="file">The study.</param>
    /// <param name="folder">Where the paths of its sources begin.</param>
    /// <param name="progress">Told each step, and how far it is (0 to 1).</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The report, or every refusal with its place.</returns>
    public Outcome<StudyReport> Run(
        StudyFile file,
        string folder,
        Action<string, double>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        var study = Study(file);
        if (study is null)
        {
            return _refusals;
        }

        for (var i = 0; i < file.Sources.Count; i++)
        {
            progress?.Invoke(StudySteps.Sources, (double)i / file.Sources.Count);
            Open(study, file.Sources[i], folder, i + 1, cancellation);
        }

        Write(study, file);
        _refusals.AddRange(file.Assumptions.Check());
        if (_refusals.Count > 0)
        {
            return _refusals;
        }

        var settings = file.Analysis.ToSettings(study);
        _refusals.AddRange(settings.Check(settings.Lists));
        if (_refusals.Count > 0)
        {
            return _refusals;
        }

        RunSteps(study, settings, file.MinimumCell, progress, cancellation);
        file.Assumptions.Sign(study, file.MinimumCell, clock.GetUtcNow());
        return StudyReports.Of(
            study,
            file.Agency.Trim(),
            source => source.Origin,
            _ => "",
            file.MinimumCell
        ) with
        {
            Id = null,
        };
    }

    private void RunSteps(
        Study study,
        AnalysisSettings settings,
        int minimum,
        Action<string, double>? progress,
        CancellationToken cancellation
    )
    {
        var frame = new StudyFrame(study.PeriodFrom, study.PeriodTo, study.Seed, minimum);
        var input = new StudyInput(
            _sources,
            StudySettings.FromJson(study.Settings),
            frame,
            [],
            Math.Clamp(Environment.ProcessorCount, 1, 64),
            settings
        );
        byte[] before = [];
        foreach (var code in StudySteps.Runnable)
        {
            StudyPath.Refresh(study, clock.GetUtcNow(), minimum);
            var step = study.Steps.Single(each => each.Code == code);
            if (step.State != StepStates.Ready)
            {
                continue;
            }

            var share = progress is null ? null : new StepShare(code, progress);
            var result = StudyRun.Run(code, input, before, share, cancellation);
            before = result.State;
            (step.State, step.InputsHash) = (
                StepStates.Done,
                StudyInputs.HashOf(study, code, minimum)
            );
            StudyFigures.Replace(
                study,
                code,
                new FigureMaking(step.InputsHash, study.Settings, study.Seed),
                result.Figures,
                clock.GetUtcNow()
            );
            if (code == StudySteps.Estimate)
            {
                Enter(study, settings, result.Figures, minimum);
            }
        }
    }

    /// <summary>The one analysis of a file is the first line of its ledger, and the headline.</summary>
    private void Enter(
        Study study,
        AnalysisSettings settings,
        IReadOnlyList<MadeFigure> figures,
        int minimum
    )
    {
        var lists = StudyInputs.HashOf(study, StudySteps.Lists, minimum);
        study.Analyses.Add(
            new StudyAnalysis
            {
                Number = 1,
                Settings = settings.ToJson(),
                RequestedAt = clock.GetUtcNow(),
                State = AnalysisStates.Done,
                ListsHash = lists,
                InputsHash = StudyInputs.HashOf(lists, settings),
                Figures = JsonSerializer.Serialize(figures, StudyJson.Plain),
            }
        );
        study.Headlines.Add(new HeadlineChoice { Kind = HeadlineChoice.First });
    }

    private Study? Study(StudyFile file)
    {
        var title = file.Title.ToText();
        var question = file.Question.ToText();
        var facts = new StudyFacts
        {
            TitleEs = title.In("es"),
            TitleEn = title.En,
            QuestionEs = question.In("es"),
            QuestionEn = question.En,
            Territory = file.Territory,
            TerritoryName = file.TerritoryName,
            PeriodFrom = Day(file.PeriodFrom),
            PeriodTo = Day(file.PeriodTo),
            Seed = file.Seed,
            Settings = file.Settings.ToSettings(),
        }.Tidied();
        _refusals.AddRange(facts.Check());
        if (_refusals.Count > 0)
        {
            return null;
        }

        var study = new Study
        {
            TitleEs = facts.TitleEs,
            QuestionEs = facts.QuestionEs,
            TerritoryName = facts.TerritoryName,
            Settings = "",
            CreatedAt = clock.GetUtcNow(),
            UpdatedAt = clock.GetUtcNow(),
        };
        facts.Apply(study);
        return study;
    }

    private void Write(Study study, StudyFile file)
    {
        foreach (var (part, words) in file.Texts)
        {
            if (!StudyParts.All.Contains(part, StringComparer.Ordinal))
            {
                _refusals.Add(new Refusal(StudyRefusals.PartUnknown, part));
                continue;
            }

            study.Texts.Add(
                new StudyText
                {
                    Part = part,
                    Es = words.Es.Trim(),
                    En = words.En.Trim(),
                }
            );
        }
    }

    private void Open(
        Study study,
        FileSource source,
        string folder,
        int number,
        CancellationToken cancellation
    )
    {
        var path = Path.GetFullPath(Path.Combine(folder, source.Path));
        if (
            source.Kind == SourceKinds.Register
            || !SourceKinds.All.Contains(source.Kind, StringComparer.Ordinal)
        )
        {
            _refusals.Add(new Refusal(SourceRefusals.KindUnknown, source.Path));
            return;
        }

        if (!File.Exists(path))
        {
            _refusals.Add(new Refusal(SourceRefusals.FileMissing, source.Path));
            return;
        }

        using var stream = File.OpenRead(path);
        var order = new SourceFileOrder(source.Path, source.Kind, source.Sheet, source.Columns);
        var headers = SourceFileLook.Headers(stream, order, cancellation);
        if (!headers.Done)
        {
            _refusals.AddRange(headers.Refusals);
            return;
        }

        var today = clock.Today();
        var seen = SourceFileLook.See(stream, order, headers.Value, null, today, cancellation);
        if (!seen.Done)
        {
            _refusals.AddRange(seen.Refusals);
            return;
        }

        var mapping = seen.Value.Mapping;
        stream.Position = 0;
        var entity = new StudySource
        {
            Number = number,
            Kind = source.Kind,
            Name = source.Name.Length > 0 ? source.Name : Path.GetFileNameWithoutExtension(path),
            Origin = source.Origin,
            RetrievedOn = Day(source.Retrieved),
            Licence = source.Licence,
            Citation = source.Citation,
            FileHash = Convert.ToHexStringLower(SHA256.HashData(stream)),
            Mapping = mapping.ToJson(),
            State = SourceStates.Loaded,
            RowCount = seen.Value.Rows,
        };
        study.Sources.Add(entity);
        _sources.Add(
            new StepSource(
                number,
                entity.Kind,
                entity.Name,
                mapping,
                () => Lines(path, mapping, cancellation)
            )
        );
    }

    private static IEnumerable<SourceLine> Lines(
        string path,
        SourceMapping mapping,
        CancellationToken cancellation
    )
    {
        using var stream = File.OpenRead(path);
        foreach (var line in SourceReading.Lines(stream, mapping, null, cancellation))
        {
            yield return line;
        }
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : DateOnly.MinValue;

    private sealed class StepShare(string step, Action<string, double> progress) : IProgress<double>
    {
        public void Report(double value) => progress(step, value);
    }
}
