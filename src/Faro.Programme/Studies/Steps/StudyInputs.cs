// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Faro.Disclosure;
using Faro.Estimation;
using Faro.Linkage;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies.Steps;

/// <summary>What a step is made from, as one hash: the same hash, seed and versions give the same figures.</summary>
public static class StudyInputs
{
    /// <summary>Part of Faro → its version, in order of name.</summary>
    public static IReadOnlyDictionary<string, string> Versions { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["disclosure"] = VersionOf(typeof(Publish)),
            ["estimation"] = VersionOf(typeof(CaptureTable)),
            ["linkage"] = VersionOf(typeof(Linker)),
            ["programme"] = VersionOf(typeof(StudyInputs)),
        };

    /// <summary>SHA-256 (hex) of all that decides an analysis: its lists, how, and the versions.</summary>
    internal static string HashOf(string listsHash, AnalysisSettings settings) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"analysis\n{listsHash}\n{settings.ToJson()}\n{Versions["estimation"]}\n"
                )
            )
        );

    internal static string HashOf(Study study, string step, int minimum) =>
        HashOf(
            step,
            [
                .. study.Sources.Select(source => new SourceMark(
                    source.Number,
                    source.Kind,
                    source.Name,
                    source.FileHash,
                    source.Mapping
                )),
            ],
            StudySettings.FromJson(study.Settings),
            new StudyFrame(study.PeriodFrom, study.PeriodTo, study.Seed, minimum)
        );

    /// <summary>SHA-256 (hex) of all that decides a step's figures.</summary>
    internal static string HashOf(
        string step,
        IReadOnlyList<SourceMark> sources,
        StudySettings settings,
        StudyFrame frame
    )
    {
        var text = new StringBuilder();
        void Line(string name, params ReadOnlySpan<string> values) =>
            text.Append(name).Append('\t').AppendJoin('\t', values!).Append('\n');
        string Of(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

        Line("step", step);
        Line("minimum", Of(frame.MinimumCell));
        Line("seed", Of(frame.Seed));
        foreach (var (part, version) in Versions)
        {
            Line("version", part, version);
        }

        foreach (
            var source in sources.Where(source => Uses(step, source.Kind)).OrderBy(s => s.Number)
        )
        {
            Line(
                "source",
                Of(source.Number),
                source.Kind,
                source.Name,
                source.FileHash,
                source.Mapping
            );
        }

        if (step is not StudySteps.Profiles)
        {
            Line("linkage", Of(settings.LinkThreshold), settings.OnePerList ? "1" : "0");
        }

        if (step is StudySteps.Estimate)
        {
            Line(
                "estimate",
                Of(settings.Level),
                Of(settings.PairThreshold),
                Of(settings.Replicates)
            );
        }

        if (step is StudySteps.Profiles)
        {
            Line(
                "period",
                frame.PeriodFrom.ToString("O", CultureInfo.InvariantCulture),
                frame.PeriodTo.ToString("O", CultureInfo.InvariantCulture)
            );
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static bool Uses(string step, string kind) =>
        step switch
        {
            StudySteps.SamePerson => kind == SourceKinds.PersonList,
            StudySteps.Lists or StudySteps.Estimate => kind
                is SourceKinds.PersonList
                    or SourceKinds.OverlapTable,
            StudySteps.Profiles => kind
                is SourceKinds.Microdata
                    or SourceKinds.Series
                    or SourceKinds.Register,
            _ => true,
        };

    private static string VersionOf(Type type) =>
        type
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
}

/// <summary>One source as far as a hash needs it.</summary>
internal sealed record SourceMark(
    int Number,
    string Kind,
    string Name,
    string FileHash,
    string Mapping
);

/// <summary>What holds for every step of a study.</summary>
internal sealed record StudyFrame(
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    long Seed,
    int MinimumCell
);
