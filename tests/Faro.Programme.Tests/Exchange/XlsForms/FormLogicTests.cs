// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Exchange.XlsForms;
using Xunit;

namespace Faro.Programme.Tests.Exchange.XlsForms;

public sealed class FormLogicTests
{
    private const string Header = "type,name,label,required,relevant,constraint,calculation\n";

    [Fact]
    public void What_is_not_asked_is_neither_kept_nor_missed()
    {
        var form = Sheets.Form(
            Header
                + "select_one yn,consent,C,yes,,,\nbegin_group,g,G,,${consent} = 'yes',,\ntext,a,A,yes,,,\nend_group,,,,,,\n"
        );

        var refused = Judge(form, ("consent", "no"), ("a", "something"));
        var agreed = Judge(form, ("consent", "yes"));

        Assert.Equal(["consent"], refused.Values.Keys);
        Assert.Empty(refused.Faults);
        Assert.Equal(("a", FormFaultKind.Missing), Fault(agreed));
    }

    [Fact]
    public void Hiding_one_question_hides_those_that_hang_on_it()
    {
        var form = Sheets.Form(
            Header
                + "select_one yn,a,A,,,,\nselect_one yn,b,B,,${a} = 'yes',,\ntext,c,C,,${b} = 'yes',,\n"
        );

        Assert.Equal(
            ["a"],
            Judge(form, ("a", "no"), ("b", "yes"), ("c", "x")).Values.Keys
        );
    }

    [Theory]
    [InlineData("select_multiple yn,a,A,,,,", "yes no", true)]
    [InlineData("select_multiple yn,a,A,,,,", "yes perhaps", false)]
    [InlineData("select_one yn,a,A,,,,", "yes no", false)]
    [InlineData("integer,a,A,,,. <= 7,", "7", true)]
    [InlineData("integer,a,A,,,. <= 7,", "8", false)]
    [InlineData("integer,a,A,,,,", "seven", false)]
    [InlineData("date,a,A,,,,", "2026-02-30", false)]
    [InlineData("date,a,A,,,. <= today(),", "2999-01-01", true)]
    [InlineData("text,a,A,,,\"regex(., '^[0-9]+$')\",", "12", true)]
    [InlineData("text,a,A,,,\"regex(., '^[0-9]+$')\",", "x", false)]
    public void An_answer_must_be_of_its_kind_and_within_its_constraint(
        string row,
        string value,
        bool well
    ) =>
        Assert.Equal(
            well ? [] : [FormFaultKind.Wrong],
            Judge(Sheets.Form(Header + row + "\n"), ("a", value)).Faults.Select(fault => fault.Kind)
        );

    [Fact]
    public void Functions_of_forms_are_those_of_ODK()
    {
        var form = Sheets.Form(
            Header
                + "select_multiple yn,a,A,,,,\ncalculate,n,,,,,count-selected(${a})\ncalculate,w,,,,,\"if(selected(${a}, 'no'), 'has', 'has not')\"\ncalculate,f,,,,,\"coalesce(${a}, 'nothing')\"\n"
        );

        Assert.Equal(
            [("a", "yes no"), ("n", "2"), ("w", "has"), ("f", "yes no")],
            Judge(form, ("a", "yes no")).Values.Select(each => (each.Key, each.Value))
        );
        Assert.Equal("nothing", Judge(form).Values["f"]);
    }

    private static FormState Judge(XlsForm form, params (string Name, string Value)[] answers) =>
        FormLogic.Judge(
            form,
            answers.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal)
        );

    private static (string Name, FormFaultKind Kind) Fault(FormState state)
    {
        var fault = Assert.Single(state.Faults);
        return (fault.Item.Name, fault.Kind);
    }
}
