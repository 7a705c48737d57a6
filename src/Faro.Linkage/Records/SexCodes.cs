// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Records;

/// <summary>Settles what the letters of a column of sex mean.</summary>
internal static class SexCodes
{
    /// <summary>"M" is male beside "F" and female (mujer) beside "H": each list is read by its own other letters.
    /// Anything but female and male is not comparable and becomes missing.</summary>
    public static void Settle(RecordTable table)
    {
        var withH = new HashSet<int>();
        for (var row = 0; row < table.Count; row++)
        {
            if (table.Text(Field.Sex, row) is "h" or "hombre")
            {
                withH.Add(table.Source[row]);
            }
        }

        var (female, male) = (table.Lexicon.Code("female"), table.Lexicon.Code("male"));
        for (var row = 0; row < table.Count; row++)
        {
            table.Codes[(row * table.Width) + (int)Field.Sex] = table.Text(Field.Sex, row) switch
            {
                "f" or "fem" or "femenino" or "female" or "mujer" or "nina" or "woman" or "girl" =>
                    female,
                "h" or "masc" or "masculino" or "male" or "hombre" or "nino" or "man" or "boy" =>
                    male,
                "m" => withH.Contains(table.Source[row]) ? female : male,
                _ => 0,
            };
        }
    }
}
