// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Studies.Sources;
using MiniExcelLibs;

namespace Faro.Programme.Tests.Exchange.Tables;

/// <summary>Files damaged in every way that lists come damaged, each with what is to be said of it and where.</summary>
internal static class DamagedFiles
{
    private const string People = "nombre,apellido1,fecha_nacimiento,documento";
    private const string Overlap = "A,B,count";
    private const string Micro =
        "yearOfRegistration,gender,citizenship,meansThreats,isForcedLabour";
    private const string Context = "indicator,period,value,unit";

    public static IReadOnlyList<DamagedFile> All { get; } = [.. Texts(), .. Rows(), .. Workbooks()];

    private static IEnumerable<DamagedFile> Texts()
    {
        var latin = Encoding.Latin1;
        yield return new(
            "two encodings side by side",
            Bytes($"{People}\nJosé,Ñu,1990,1\n", latin.GetBytes("José,Ñu,1990,2\n")),
            FileProblems.EncodingBroken,
            3,
            0
        );
        yield return new(
            "UTF-8 mark, other bytes",
            Bytes(
                new byte[] { 0xEF, 0xBB, 0xBF },
                $"{People}\n",
                latin.GetBytes("José,Ñu,1990,2\n")
            ),
            FileProblems.EncodingBroken,
            2,
            0
        );
        yield return new(
            "bytes of no encoding",
            Bytes($"{People}\nAna,", new byte[] { 0x81, 0x8D }, ",1990,1\n"),
            FileProblems.EncodingBroken,
            2,
            0
        );
        yield return new(
            "UTF-16 without mark",
            Encoding.Unicode.GetBytes($"{People}\nAna,Ruiz,1990,1\n"),
            FileProblems.NulBytes,
            1,
            1
        );
        yield return new(
            "UTF-16 with an open quote",
            Bytes(
                new byte[] { 0xFF, 0xFE },
                Encoding.Unicode.GetBytes($"{People}\n\"Ana,Ruiz,1990,1\n")
            ),
            FileProblems.QuoteNotClosed,
            2,
            1
        );
        yield return Text(
            "a quote nobody closes",
            $"{People}\nAna,\"Ruiz,1990,1\nEva,Paz,1991,2\n",
            FileProblems.QuoteNotClosed,
            2,
            2
        );
        yield return Text(
            "letters after a closing quote",
            $"{People}\nAna,\"Ruiz\"x,1990,1\n",
            FileProblems.QuoteMisplaced,
            2,
            2
        );
        yield return Text(
            "a row too short",
            $"{People}\nAna,Ruiz,1990,1\nEva,Paz\n",
            FileProblems.RowWidth,
            3,
            0
        );
        yield return Text(
            "a row too long",
            $"{People}\nAna,Ruiz,1990,1,x,y\n",
            FileProblems.RowWidth,
            2,
            0
        );
        yield return Text(
            "two headers alike",
            "nombre,apellido1,NOMBRE\nAna,Ruiz,Ana\n",
            FileProblems.HeaderTwice,
            1,
            3
        );
        yield return Text(
            "an empty header",
            "nombre,,documento\nAna,Ruiz,1\n",
            FileProblems.HeaderEmpty,
            1,
            2
        );
        yield return Text("nothing at all", "", FileProblems.Empty, 0, 0);
        yield return Text("only a header", $"{People}\n", FileProblems.NoRows, 0, 0);
        yield return Text(
            "only blank rows",
            $"{People}\n,,,\n\n , ,,\n",
            FileProblems.NoRows,
            0,
            0
        );
        yield return Text("a PDF", "%PDF-1.7\n1 0 obj\n", FileProblems.NotATable, 0, 0);
        yield return new(
            "a picture",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0],
            FileProblems.NotATable,
            0,
            0
        );
        yield return new(
            "a packed file",
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3],
            FileProblems.NotATable,
            0,
            0
        );
        yield return Text(
            "a zero byte",
            $"{People}\nAna,Ru\0iz,1990,1\n",
            FileProblems.NulBytes,
            2,
            2
        );
        yield return Text(
            "control characters",
            $"{People}\nAna,Ru\u0002iz,1990,1\n",
            FileProblems.ControlCharacters,
            2,
            2
        );
        yield return Text(
            "a cell of ten megabytes",
            $"{People}\nAna,{new string('x', 10 << 20)},1990,1\n",
            FileProblems.CellTooLong,
            2,
            2
        );
        yield return Text(
            "too many columns",
            $"nombre,{string.Join(',', Enumerable.Range(1, 200))}\nAna{new string(',', 200)}\n",
            FileProblems.TooManyColumns,
            1,
            0
        );
        yield return Text("a formula", $"{People}\nAna,=1+1,1990,1\n", FileProblems.Formula, 2, 2);
        yield return Text(
            "a formula of another kind",
            $"{People}\nAna,@SUM(A1),1990,1\n",
            FileProblems.Formula,
            2,
            2
        );
        yield return Text(
            "a command",
            $"{People}\nAna,+cmd|' /C calc'!A0,1990,1\n",
            FileProblems.Formula,
            2,
            2
        );
        yield return Text(
            "a link",
            $"{People}\nAna,\"-HYPERLINK(\"\"x\"\")\",1990,1\n",
            FileProblems.Formula,
            2,
            2
        );
        yield return Text(
            "an error of a spreadsheet",
            $"{People}\nAna,#REF!,1990,1\n",
            FileProblems.CellError,
            2,
            2
        );
    }

    private static IEnumerable<DamagedFile> Rows()
    {
        yield return Text(
            "a birth date of 1900",
            $"{People}\nAna,Ruiz,1900-01-01,1\n",
            SourceRefusals.DateTooEarly,
            2,
            3
        );
        yield return Text(
            "the 31st of February",
            $"{People}\nAna,Ruiz,31/02/1990,1\n",
            SourceRefusals.DateImpossible,
            2,
            3
        );
        yield return Text(
            "a birth in the future",
            $"{People}\nAna,Ruiz,2031-05-06,1\n",
            SourceRefusals.DateInFuture,
            2,
            3
        );
        yield return Table(
            "a two where 0 or 1 stands",
            $"{Overlap}\n1,2,5\n",
            SourceRefusals.NotZeroOrOne,
            2,
            2
        );
        yield return Table(
            "a letter where 0 or 1 stands",
            $"{Overlap}\nx,1,5\n",
            SourceRefusals.NotZeroOrOne,
            2,
            1
        );
        yield return Table(
            "a negative count",
            $"{Overlap}\n1,1,5\n1,0,-5\n",
            SourceRefusals.CountNegative,
            3,
            3
        );
        yield return Table(
            "a count with decimals",
            $"{Overlap}\n1,1,5.5\n",
            SourceRefusals.CountNotWhole,
            2,
            3
        );
        yield return Table(
            "a count in words",
            $"{Overlap}\n1,1,doce\n",
            SourceRefusals.CountNotANumber,
            2,
            3
        );
        yield return Table(
            "a count as text",
            $"{Overlap}\n1,1,'5\n",
            SourceRefusals.CountNotANumber,
            2,
            3
        );
        yield return Table("no count", $"{Overlap}\n1,1,\n", SourceRefusals.CountNotANumber, 2, 3);
        yield return Table(
            "people on no list",
            $"{Overlap}\n0,0,7\n",
            SourceRefusals.OnNoList,
            2,
            0
        );
        yield return Table(
            "more people than live",
            $"{Overlap}\n1,1,99999999999\n",
            SourceRefusals.TooManyPeople,
            2,
            3
        );
        yield return Data(
            "a flag of two",
            $"{Micro}\n2019,Woman,MEX,2,1\n",
            SourceRefusals.NotAFlag,
            2,
            4
        );
        yield return Data(
            "a gender nobody knows",
            $"{Micro}\n2019,Otro,MEX,1,1\n",
            SourceRefusals.CodeUnknown,
            2,
            2
        );
        yield return Data(
            "a country nobody knows",
            $"{Micro}\n2019,Woman,XXQ,1,1\n",
            SourceRefusals.CodeUnknown,
            2,
            3
        );
        yield return Data(
            "a year in words",
            $"{Micro}\ndos mil,Woman,MEX,1,1\n",
            SourceRefusals.CodeUnknown,
            2,
            1
        );
        yield return Series(
            "a period that is none",
            $"{Context}\nTuristas,primavera,5,visitors\n",
            SourceRefusals.PeriodNotADate,
            2,
            2
        );
        yield return Series(
            "a number in another notation",
            $"{Context}\nTuristas,2010,\"1.201.078,5\",visitors\n",
            SourceRefusals.ValueNotANumber,
            2,
            3
        );
        yield return Series(
            "a unit nobody knows",
            $"{Context}\nTuristas,2010,5,tourists\n",
            SourceRefusals.UnitUnknown,
            2,
            4
        );
    }

    private static IEnumerable<DamagedFile> Workbooks()
    {
        var book = Book(("nombre", "Ana"), ("apellido1", "Ruiz"));
        yield return new(
            "a zip without a workbook",
            Zip(("carta.txt", "hola")),
            FileProblems.NotAWorkbook,
            0,
            0
        );
        yield return new(
            "half a workbook",
            book[..(book.Length / 2)],
            FileProblems.WorkbookBroken,
            0,
            0
        );
        yield return new(
            "an old or locked workbook",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0],
            FileProblems.WorkbookOldOrLocked,
            0,
            0
        );
        yield return new(
            "a bomb",
            With(book, "xl/media/a.bin", new string('0', 60 << 20)),
            FileProblems.ZipBomb,
            0,
            0
        );
        yield return new(
            "macros",
            With(book, "xl/vbaProject.bin", "Sub"),
            FileProblems.WorkbookMacros,
            0,
            0
        );
        yield return new(
            "a sheet that is no XML",
            With(book, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"),
            FileProblems.WorkbookBroken,
            0,
            0
        );
        yield return new(
            "entities that multiply",
            With(
                book,
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
            ),
            FileProblems.WorkbookBroken,
            0,
            0
        );
        yield return new(
            "a sheet that is not there",
            book,
            FileProblems.SheetMissing,
            0,
            0,
            Sheet: 2
        );
        yield return new(
            "an error in a cell",
            Book(("nombre", "Ana"), ("apellido1", "#REF!")),
            FileProblems.CellError,
            2,
            2
        );
        yield return new(
            "a formula in a cell",
            Book(("nombre", "=1+1"), ("apellido1", "Ruiz")),
            FileProblems.Formula,
            2,
            1
        );
        yield return new(
            "ten megabytes in a cell",
            Book(("nombre", "Ana"), ("apellido1", new string('x', 10 << 20))),
            FileProblems.CellTooLong,
            2,
            2
        );
        yield return new(
            "a date of 1900 in a cell",
            Book(
                ("nombre", "Ana"),
                ("fecha_nacimiento", new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Unspecified))
            ),
            SourceRefusals.DateTooEarly,
            2,
            2
        );
    }

    private static DamagedFile Text(string name, string text, string code, int row, int column) =>
        new(name, Encoding.UTF8.GetBytes(text), code, row, column);

    private static DamagedFile Table(string name, string text, string code, int row, int column) =>
        Text(name, text, code, row, column) with
        {
            Kind = SourceKinds.OverlapTable,
        };

    private static DamagedFile Data(string name, string text, string code, int row, int column) =>
        Text(name, text, code, row, column) with
        {
            Kind = SourceKinds.Microdata,
        };

    private static DamagedFile Series(string name, string text, string code, int row, int column) =>
        Text(name, text, code, row, column) with
        {
            Kind = SourceKinds.Series,
        };

    private static byte[] Bytes(params object[] parts) =>
        [.. parts.SelectMany(part => part as byte[] ?? Encoding.UTF8.GetBytes((string)part))];

    private static byte[] Book(params (string Header, object Cell)[] cells)
    {
        using var stream = new MemoryStream();
        var row = cells.ToDictionary(
            cell => cell.Header,
            cell => cell.Cell,
            StringComparer.Ordinal
        );
        stream.SaveAs(new[] { row });
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                Put(zip, name, text);
            }
        }

        return stream.ToArray();
    }

    private static byte[] With(byte[] book, string name, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            Put(zip, name, text);
        }

        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}

/// <param name="Name">What is wrong.</param>
/// <param name="File">The bytes.</param>
/// <param name="Code">What is to be said.</param>
/// <param name="Row">Where; 0 for the whole file.</param>
/// <param name="Column">Where, from 1; 0 for the whole row.</param>
/// <param name="Sheet">Which sheet is asked for.</param>
internal sealed record DamagedFile(
    string Name,
    byte[] File,
    string Code,
    int Row,
    int Column,
    int Sheet = 1
)
{
    public string Kind { get; init; } = SourceKinds.PersonList;

    public override string ToString() => Name;
}
