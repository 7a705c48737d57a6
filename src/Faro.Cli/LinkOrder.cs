// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Linkage;
using Faro.Programme;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary>What <c>faro link</c> was asked for.</summary>
internal sealed record LinkOrder
{
    public required IReadOnlyList<string> Files { get; init; }

    public bool Json { get; init; }

    public string? Out { get; init; }

    public string? ModelIn { get; init; }

    public string? ModelOut { get; init; }

    public double Threshold { get; init; }

    public ulong Seed { get; init; }

    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Header of the column that says who is who; never compared.</summary>
    public string? Truth { get; init; }

    public int Threads { get; init; }

    public bool OnePerList { get; init; }

    /// <summary>Folder for the overlap tables; null for none.</summary>
    public string? Overlaps { get; init; }

    /// <summary>Sampled partitions among the overlap tables.</summary>
    public int Draws { get; init; }

    public LinkageOptions Options(LinkageModel? model) =>
        new()
        {
            Threshold = new Probability(Threshold),
            Seed = Seed,
            Threads = Threads,
            OnePerSource = OnePerList,
            Model = model,
        };

    /// <summary>The model asked for; nothing when none was.</summary>
    public Outcome<LinkageModel?> ReadModel()
    {
        if (ModelIn is not { } path)
        {
            return (LinkageModel?)null;
        }

        try
        {
            return LinkageModel.FromJson(File.ReadAllText(path));
        }
        catch (FileNotFoundException)
        {
            return new Refusal(ExchangeRefusals.FileMissing, "", path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Refusal(ExchangeRefusals.FileUnreadable, "", path);
        }
        catch (JsonException)
        {
            return new Refusal(LinkRefusals.ModelUnreadable, "", path);
        }
    }
}
