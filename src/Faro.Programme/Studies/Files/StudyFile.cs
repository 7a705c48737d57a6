// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Faro.Programme.Studies.Files;

/// <summary>A study written as a YAML file, with its sources beside it: no database, no account.</summary>
public sealed class StudyFile
{
    public LocalWords Title { get; set; } = new();

    public LocalWords Question { get; set; } = new();

    public string Agency { get; set; } = "";

    /// <summary>INEGI code, or empty.</summary>
    public string Territory { get; set; } = "";

    public string TerritoryName { get; set; } = "";

    public string PeriodFrom { get; set; } = "";

    public string PeriodTo { get; set; } = "";

    public long Seed { get; set; } = StudyFacts.DefaultSeed;

    /// <summary>Raised to ten: nothing publishes less.</summary>
    public int MinimumCell { get; set; } = 10;

    public FileSettings Settings { get; set; } = new();

    public List<FileSource> Sources { get; set; } = [];

    /// <summary>A part of <see cref="StudyParts"/> → its text.</summary>
    public Dictionary<string, LocalWords> Texts { get; set; } = new(StringComparer.Ordinal);

    public FileAnalysis Analysis { get; set; } = new();

    /// <summary>Who stands for the assumptions of the estimate; without a name its numbers are withheld.</summary>
    public FileAssumptions Assumptions { get; set; } = new();

    /// <summary>Reads a file; what it does not know is refused with its line.</summary>
    public static Outcome<StudyFile> Read(TextReader text)
    {
        try
        {
            return new DeserializerBuilder()
                    .WithNamingConvention(HyphenatedNamingConvention.Instance)
                    .Build()
                    .Deserialize<StudyFile?>(text)
                ?? (Outcome<StudyFile>)new Refusal(StudyRefusals.FileMalformed, "", 1);
        }
        catch (YamlException failure)
        {
            return new Refusal(StudyRefusals.FileMalformed, "", failure.Start.Line);
        }
    }
}

/// <summary>Words in both languages.</summary>
public sealed class LocalWords
{
    public string Es { get; set; } = "";

    public string En { get; set; } = "";

    internal LocalText ToText() => new(Es.Trim(), En.Trim());
}

/// <summary>See <see cref="StudySettings"/>.</summary>
public sealed class FileSettings
{
    public double LinkThreshold { get; set; } = new StudySettings().LinkThreshold;

    public bool OnePerList { get; set; }

    public double Level { get; set; } = new StudySettings().Level;

    public double PairThreshold { get; set; } = new StudySettings().PairThreshold;

    public int Replicates { get; set; } = new StudySettings().Replicates;

    internal StudySettings ToSettings() =>
        new()
        {
            LinkThreshold = LinkThreshold,
            OnePerList = OnePerList,
            Level = Level,
            PairThreshold = PairThreshold,
            Replicates = Replicates,
        };
}

/// <summary>How the estimate is made, see <see cref="AnalysisSettings"/>; level, threshold and replicates stand in the settings.</summary>
public sealed class FileAnalysis
{
    /// <summary>Empty takes all.</summary>
    public List<string> Methods { get; set; } = [];

    public long? Benchmark { get; set; }

    public bool Sensitivity { get; set; } = new AnalysisSettings().Sensitivity;

    public int Simulations { get; set; } = new AnalysisSettings().Simulations;

    internal AnalysisSettings ToSettings(Study study) =>
        AnalysisSettings.Of(StudySettings.FromJson(study.Settings), study.Seed) with
        {
            Methods = Methods,
            Benchmark = Benchmark,
            Sensitivity = Sensitivity,
            Simulations = Simulations,
        };
}

/// <summary>One source of a study file.</summary>
public sealed class FileSource
{
    /// <summary>Relative to the study file.</summary>
    public string Path { get; set; } = "";

    /// <summary>One of <see cref="SourceKinds"/>, without the register.</summary>
    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    public string Origin { get; set; } = "";

    public string Retrieved { get; set; } = "";

    public string Licence { get; set; } = "";

    public string Citation { get; set; } = "";

    /// <summary>Of a workbook, from 1.</summary>
    public int Sheet { get; set; } = 1;

    /// <summary>Header → role, in the place of what would be guessed.</summary>
    public Dictionary<string, string> Columns { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
