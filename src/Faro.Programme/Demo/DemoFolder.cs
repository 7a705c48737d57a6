// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Storage;

namespace Faro.Programme.Demo;

/// <summary>
/// The folder of a demonstration, taken for this process. Its card says that everything in it is invented; a folder that
/// holds things and no card is not touched.
/// </summary>
public sealed class DemoFolder : IDisposable
{
    private const string CardName = "demo.json";
    private const string LockName = "demo.running";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    private readonly string _folder;
    private readonly FileStream _lock;

    private DemoFolder(string folder, FileStream held) => (_folder, _lock) = (folder, held);

    /// <summary>What the folder says of itself; null when it is new or its making was cut short.</summary>
    public DemoCard? Card { get; private set; }

    /// <param name="folder">Made when it is not there.</param>
    /// <exception cref="StartRefusedException">The folder holds something else, or another demonstration runs on it.</exception>
    public static DemoFolder Take(string folder)
    {
        var card = Path.Combine(folder, CardName);
        if (
            Directory.Exists(folder)
            && !File.Exists(card)
            && Directory.EnumerateFileSystemEntries(folder).Any()
        )
        {
            throw new StartRefusedException(DemoRefusals.NotADemo, folder);
        }

        try
        {
            Directory.CreateDirectory(folder);
#pragma warning disable CA2000 // The folder that is returned holds it, and lets go when it is disposed.
            var held = new FileStream(
                Path.Combine(folder, LockName),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
#pragma warning restore CA2000
            var taken = new DemoFolder(folder, held);
            taken.Card = taken.Read();
            return taken;
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartRefusedException(StartRefusals.FolderReadOnly, folder);
        }
        catch (IOException)
        {
            throw new StartRefusedException(DemoRefusals.InUse, folder);
        }
    }

    /// <summary>Throws the old demonstration away, whole, and says that a new one is being made.</summary>
    public void Clear()
    {
        Begin();
        foreach (var entry in new DirectoryInfo(_folder).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo inner)
            {
                inner.Delete(recursive: true);
            }
            else if (entry.Name is not (CardName or LockName))
            {
                entry.Delete();
            }
        }
    }

    /// <summary>Says that a demonstration is being made: one that is cut short is made anew.</summary>
    public void Begin()
    {
        File.WriteAllText(Path.Combine(_folder, CardName), "{}");
        Card = null;
    }

    /// <summary>The demonstration is made; the next start finds it. Readable by its owner alone: it holds tokens.</summary>
    public void Keep(DemoCard card)
    {
        var file = Path.Combine(_folder, CardName);
        OwnerFile.Replace(file, stream => JsonSerializer.Serialize(stream, card, Json));
        Card = card;
    }

    public void Dispose() => _lock.Dispose();

    private DemoCard? Read()
    {
        var file = Path.Combine(_folder, CardName);
        try
        {
            var card = File.Exists(file)
                ? JsonSerializer.Deserialize<DemoCard>(File.ReadAllText(file), Json)
                : null;
            return card is { Version.Length: > 0, Accounts.Count: > 0 } ? card : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a demonstration says of itself.</summary>
/// <param name="Version">Of the story, the tables and the database; another one makes the demonstration anew.</param>
/// <param name="Seed">What the people were made from.</param>
/// <param name="People">How many.</param>
/// <param name="MadeAt">UTC; tokens run out a year later.</param>
/// <param name="Accounts">One for every role.</param>
public sealed record DemoCard(
    string Version,
    ulong Seed,
    int People,
    DateTimeOffset MadeAt,
    IReadOnlyList<DemoAccount> Accounts
)
{
    /// <summary>Living long enough for somebody to work with.</summary>
    public bool IsFreshAt(DateTimeOffset moment) => moment < MadeAt.AddDays(300);
}

/// <summary>An account of the demonstration, with everything that a real programme would keep secret.</summary>
/// <param name="Role">Kebab case.</param>
/// <param name="User">As typed at sign-in.</param>
/// <param name="Password">The same for all, and known to everybody.</param>
/// <param name="Token">For the API.</param>
public sealed record DemoAccount(string Role, string User, string Password, string Token);
