// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Programme.Storage;

namespace Faro.Programme.Vault;

/// <summary>
/// Whose keys were erased for good: a file beside the key file, outside the database and its backups, so that a backup from
/// before cannot bring an erased person back. It holds ids only. A line begins an erasure before the commit, another
/// confirms it afterwards; after a crash between the two the database says which it was.
/// </summary>
public sealed class ErasureLedger(FaroOptions options, TimeProvider clock)
{
    private const string Begun = "begun";
    private const string Confirmed = "done";
    private const string Void = "void";
    private readonly Lock _lock = new();

    public string File { get; } =
        Path.Combine(Path.GetDirectoryName(options.KeyringFile)!, "erasures.log");

    /// <summary>Writes, to the disk, that this owner's erasure begins. Call it last, before the operation is done.</summary>
    public void Append(Guid ownerId) => Write(Begun, [ownerId]);

    /// <summary>Writes that the erasure is durable.</summary>
    public void Confirm(Guid ownerId) => Write(Confirmed, [ownerId]);

    /// <summary>Every owner whose erasure was confirmed.</summary>
    public IReadOnlyCollection<Guid> Erased() => Owners(Confirmed);

    /// <summary>Owners whose erasure began but was neither confirmed nor made void: a crash, or a refusal.</summary>
    public IReadOnlyCollection<Guid> Open() => Owners(Begun);

    /// <summary>Decides the open ones: who still has a key was not erased.</summary>
    public void Settle(IReadOnlyCollection<Guid> stillThere)
    {
        var open = Open();
        Write(Void, open.Where(stillThere.Contains));
        Write(Confirmed, open.Where(owner => !stillThere.Contains(owner)));
    }

    private List<Guid> Owners(string state)
    {
        var states = new Dictionary<Guid, string>();
        lock (_lock)
        {
            if (!System.IO.File.Exists(File))
            {
                return [];
            }

            foreach (var line in System.IO.File.ReadLines(File))
            {
                // A line that a power cut left half-written was never acted upon.
                var parts = line.Split(' ');
                if (parts is [_, _, _] && Guid.TryParse(parts[1], out var owner))
                {
                    states[owner] = parts[0];
                }
            }
        }

        return [.. states.Where(each => each.Value == state).Select(each => each.Key)];
    }

    private void Write(string state, IEnumerable<Guid> owners)
    {
        var text = new StringBuilder();
        foreach (var owner in owners)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{state} {owner} {clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}\n"
            );
        }

        if (text.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            using var stream = OwnerFile.Open(File, FileMode.Append);
            stream.Write(Encoding.ASCII.GetBytes(text.ToString()));
            stream.Flush(flushToDisk: true);
        }
    }
}
