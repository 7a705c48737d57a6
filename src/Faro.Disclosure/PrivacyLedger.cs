// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Faro.Disclosure;

/// <summary>Remembers everything that was let out about sets of data, and refuses what their yearly budget does not cover.</summary>
/// <remarks>Costs are added up in ρ, which is exact over any number of releases that follow each other (Bun and Steinke 2016,
/// lemma 2.3), then told as (ε, δ). In a file every entry is one line, on the disk before <see cref="Spend"/> returns;
/// two programs that write at once are let in one after the other.</remarks>
public sealed class PrivacyLedger
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly string? _path;
    private readonly TimeProvider _clock;
    private readonly Lock _turn = new();
    private readonly List<LedgerEntry> _entries = [];

    private PrivacyLedger(string? path, PrivacyLevel budget, TimeProvider clock) =>
        (_path, Budget, _clock) = (path, budget, clock);

    /// <summary>What may be spent on one set of data within any year.</summary>
    public PrivacyLevel Budget { get; }

    /// <summary>Everything let out so far, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_turn)
                return [.. _entries];
        }
    }

    /// <summary>A ledger that is forgotten with the program.</summary>
    /// <param name="budget">For a year of each set of data.</param>
    /// <param name="clock">Says which year.</param>
    public static PrivacyLedger InMemory(PrivacyLevel budget, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new(null, budget, clock);
    }

    /// <summary>A ledger in a file, which is begun when it is not there.</summary>
    /// <param name="path">Its first line holds the budget.</param>
    /// <param name="budget">For a year of each set of data; null takes that of the file.</param>
    /// <param name="clock">Says which year.</param>
    /// <exception cref="ArgumentException">A new file without a budget, or another budget than the file's.</exception>
    /// <exception cref="InvalidDataException">The file is no ledger, or is cut off; nothing may be let out on its word.</exception>
    public static PrivacyLedger Open(string path, PrivacyLevel? budget, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clock);
        using var file = Exclusive(path);
        var lines = Lines(file);
        if (lines.Count == 0)
        {
            var first =
                budget
                ?? throw new ArgumentException("A new ledger needs a budget.", nameof(budget));
            Append(file, JsonSerializer.Serialize(new Head(first.Epsilon, first.Delta), Json));
            return new(path, first, clock);
        }
        var head = Read<Head>(lines[0], path);
        var stated = new PrivacyLevel(head.Epsilon, head.Delta);
        if (budget is { } asked && asked != stated)
            throw new ArgumentException(
                $"The ledger has the budget ε {stated.Epsilon}, δ {stated.Delta}; it is not changed.",
                nameof(budget)
            );
        var ledger = new PrivacyLedger(path, stated, clock);
        ledger._entries.AddRange(lines.Skip(1).Select(line => Read<LedgerEntry>(line, path)));
        return ledger;
    }

    /// <summary>What was spent on a set of data within the last year, in ρ.</summary>
    /// <param name="data">Its name.</param>
    public double Spent(string data)
    {
        var since = _clock.GetUtcNow().AddYears(-1);
        return Entries
            .Where(entry => entry.Data == data && entry.At > since)
            .Sum(entry => entry.Rho);
    }

    /// <summary>What may still be spent on it, in ρ; ≥ 0.</summary>
    /// <param name="data">Its name.</param>
    public double Left(string data) => Math.Max(0, Budget.Rho - Spent(data));

    /// <summary>Refuses what could not be spent now; writes nothing.</summary>
    /// <param name="data">The name of the set.</param>
    /// <param name="mechanism">How it will be protected.</param>
    /// <param name="rho">Cost, ≥ 0.</param>
    /// <exception cref="LedgerRefusedException">Over the budget, or it does not go with what was let out before.</exception>
    public void Require(string data, LedgerMechanism mechanism, double rho)
    {
        ArgumentException.ThrowIfNullOrEmpty(data);
        if (!(rho >= 0))
            throw new ArgumentOutOfRangeException(nameof(rho), rho, "At least 0.");
        if (Refusal(data, mechanism, rho) is { } reason)
            throw new LedgerRefusedException(reason, Left(data));
    }

    /// <summary>Writes down a release, before it is let out.</summary>
    /// <param name="data">The name of the set.</param>
    /// <param name="mechanism">How it is protected.</param>
    /// <param name="rho">Cost, ≥ 0; +∞ for counts without noise.</param>
    /// <param name="menu">What is let out.</param>
    /// <exception cref="LedgerRefusedException">As <see cref="Require"/>; nothing was written then.</exception>
    public LedgerEntry Spend(string data, LedgerMechanism mechanism, double rho, string menu)
    {
        lock (_turn)
        {
            using var file = _path is null ? null : Exclusive(_path);
            if (file is not null)
            {
                // Another program may have spent since.
                _entries.Clear();
                _entries.AddRange(
                    Lines(file).Skip(1).Select(line => Read<LedgerEntry>(line, _path!))
                );
            }
            Require(data, mechanism, rho);
            var entry = new LedgerEntry(_clock.GetUtcNow(), data, mechanism, rho, menu);
            if (file is not null)
                Append(file, JsonSerializer.Serialize(entry, Json));
            _entries.Add(entry);
            return entry;
        }
    }

    private LedgerRefusal? Refusal(string data, LedgerMechanism mechanism, double rho)
    {
        // What has no noise is known for good: a year does not make it forgotten.
        var hasExact = Entries.Any(entry =>
            entry.Data == data && entry.Mechanism == LedgerMechanism.ExactGroups
        );
        if (mechanism == LedgerMechanism.ExactGroups)
            return hasExact ? LedgerRefusal.ExactTwice
                : Entries.Any(entry => entry.Data == data) ? LedgerRefusal.ExactAfterNoisy
                : null;
        return hasExact ? LedgerRefusal.NoisyAfterExact
            : rho > Left(data) ? LedgerRefusal.OverBudget
            : null;
    }

    private static FileStream Exclusive(string path)
    {
        for (var wait = 0; ; wait++)
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (wait < 50 && File.Exists(path))
            {
                Thread.Sleep(20);
            }
    }

    private static List<string> Lines(FileStream file)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        var text = reader.ReadToEnd();
        if (text.Length > 0 && !text.EndsWith('\n'))
            throw new InvalidDataException("The ledger's last line is cut off.");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static void Append(FileStream file, string line)
    {
        file.Position = file.Length;
        file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }

    private static T Read<T>(string line, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json)
                ?? throw new InvalidDataException($"{path} is no ledger.");
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is no ledger.", wrong);
        }
    }

    private sealed record Head(double Epsilon, double Delta);
}
