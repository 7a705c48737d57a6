// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Exchange.XlsForms;

namespace Faro.Programme.Tests.Exchange.XlsForms;

/// <summary>Small XLSForms written as CSV.</summary>
internal static class Sheets
{
    private const string YesNo = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n";
    private const string Settings = "form_id,version,form_title\ntried,1,Tried\n";

    public static FormSheets Of(
        string survey,
        string choices = YesNo,
        string settings = Settings
    ) => new(Sheet(survey, 1), Sheet(choices, 2), Sheet(settings, 3));

    /// <summary>A form that has no problem.</summary>
    public static XlsForm Form(string survey)
    {
        var (form, problems) = XlsFormReader.Read(Of(survey));
        return form ?? throw new InvalidOperationException(string.Join("; ", problems));
    }

    private static FormSheet Sheet(string csv, int number)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return FormSheets.Read(TableFile.Open(stream), CancellationToken.None) with
        {
            Sheet = number,
        };
    }
}
