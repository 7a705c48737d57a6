// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.XlsForms;
using Xunit;

namespace Faro.Programme.Tests.Exchange.XlsForms;

/// <summary>What is wrong in a form is told with sheet, row and column.</summary>
public sealed class XlsFormReaderTests
{
    [Theory]
    [InlineData("type,name,label\ntext,a b,A\n", XlsFormRefusals.NameMalformed, 2, 2)]
    [InlineData("type,name,label\ntext,a,A\ntext,a,B\n", XlsFormRefusals.NameTwice, 3, 2)]
    [InlineData("type,name,label\ntext,a,\n", XlsFormRefusals.WordsMissing, 2, 3)]
    [InlineData("type,name,label\nimage,a,A\n", XlsFormRefusals.TypeUnsupported, 2, 1)]
    [InlineData("type,name,label\nbegin_repeat,a,A\n", XlsFormRefusals.TypeUnsupported, 2, 1)]
    [InlineData("type,name,label\nselect_one no,a,A\n", XlsFormRefusals.ListUnknown, 2, 1)]
    [InlineData(
        "type,name,label\nselect_one yn or_other,a,A\n",
        XlsFormRefusals.TypeUnsupported,
        2,
        1
    )]
    [InlineData("type,name,label\nbegin_group,g,G\ntext,a,A\n", XlsFormRefusals.GroupNotClosed, 2, 1)]
    [InlineData("type,name,label\ntext,a,A\nend_group,,\n", XlsFormRefusals.GroupNotOpen, 3, 1)]
    [InlineData(
        "type,name,label,relevant\ntext,a,A,${b} = 1\n",
        XlsFormRefusals.QuestionUnknown,
        2,
        4
    )]
    [InlineData(
        "type,name,label,relevant\ntext,a,A,${a} = = 1\n",
        XlsFormRefusals.ExpressionBroken,
        2,
        4
    )]
    [InlineData(
        "type,name,label,constraint\ntext,a,A,pulldata('x') = 1\n",
        XlsFormRefusals.FunctionUnknown,
        2,
        4
    )]
    [InlineData("type,name,label\ntext,a,Hello ${a}\n", XlsFormRefusals.WordsWithReference, 2, 3)]
    [InlineData("type,name,label,calculation\ncalculate,a,,\ntext,b,B,\n", XlsFormRefusals.ExpressionMissing, 2, 4)]
    [InlineData(
        "type,name,label,choice_filter\nselect_one yn,a,A,x=1\n",
        XlsFormRefusals.ColumnUnsupported,
        2,
        4
    )]
    [InlineData("type,label\ntext,A\n", XlsFormRefusals.ColumnMissing, 1, 0)]
    [InlineData("type,name,label\nnote,a,A\n", XlsFormRefusals.NoQuestions, 0, 0)]
    public void A_problem_says_what_and_where(string survey, string code, int row, int column)
    {
        var (form, problems) = XlsFormReader.Read(Sheets.Of(survey));

        Assert.Null(form);
        var problem = Assert.Single(problems);
        Assert.Equal((code, 1, row, column), (problem.Code, problem.Sheet, problem.Row, problem.Column));
    }

    [Fact]
    public void Words_missing_in_one_language_are_told_with_the_language()
    {
        var (_, problems) = XlsFormReader.Read(
            Sheets.Of(
                "type,name,label::Español (es),label::English (en)\nselect_one yn,a,¿Sí?,Yes?\n",
                "list_name,name,label::Español (es),label::English (en)\nyn,yes,Sí,\n"
            )
        );

        var problem = Assert.Single(problems);
        Assert.Equal((XlsFormRefusals.WordsMissing, 2, 2, 4), (problem.Code, problem.Sheet, problem.Row, problem.Column));
        Assert.Equal(["English (en)"], problem.Values);
    }

    [Fact]
    public void A_later_question_may_be_asked_about_and_groups_make_paths()
    {
        var form = Sheets.Form(
            "type,name,label,relevant\nbegin_group,g,G,\ntext,a,A,${b} = 'yes'\nend_group,,,\nselect_one yn,b,B,\n"
        );

        Assert.Equal("/data/b  = 'yes'", form.Questions.First().Relevant);
        Assert.Equal(["/data/g/a", "/data/b"], form.Questions.Select(item => item.Path));
    }

    [Fact]
    public void A_form_goes_out_as_a_workbook_and_comes_back_the_same()
    {
        var sheets = Screening.Shipped.FullInterview.Sheets;

        using var workbook = new MemoryStream(sheets.ToWorkbook());
        var (form, problems) = XlsFormReader.Read(
            FormSheets.Read(workbook, TestContext.Current.CancellationToken)
        );

        Assert.Empty(problems);
        Assert.Equal(
            XFormWriter.Write(Screening.Shipped.FullInterview.Form),
            XFormWriter.Write(form!)
        );
    }
}
