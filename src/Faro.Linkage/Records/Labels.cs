// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Records;

/// <summary>Where each record comes from, in the order of the input; nothing of what it says.</summary>
internal sealed class Labels
{
    private readonly List<(int Source, int Row)> _all = [];
    private readonly Letters _ids = new();

    /// <summary>Names of the lists.</summary>
    public List<string> Sources { get; } = [];

    public int Count => _all.Count;

    public void Add(int source, int row, string id)
    {
        _all.Add((source, row));
        _ids.Add(id);
    }

    public RecordRef Where(int index) => new(Sources[_all[index].Source], _all[index].Row);

    public ClusterMember Member(int index, Probability probability)
    {
        var (source, row) = _all[index];
        return new ClusterMember(index, Sources[source], row, _ids[index].ToString(), probability);
    }
}
