// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Records;

/// <summary>Every different text once, as a number: equality of texts is equality of numbers. 0 is nothing.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _texts = [""];

    public int Count => _texts.Count;

    public string this[int code] => _texts[code];

    public int Code(string text)
    {
        if (!_codes.TryGetValue(text, out var code))
        {
            code = _texts.Count;
            _codes.Add(text, code);
            _texts.Add(text);
        }

        return code;
    }
}
