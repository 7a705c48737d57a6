// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Studies;

/// <summary>CTDC Global Synthetic Dataset, codebook v2 (February 2024): the worked example of its denominators, and its public North America cut.</summary>
public sealed class ProfilesPublished
{
    [Fact]
    public void Five_persons_of_whom_four_are_known_give_50_50_and_25_percent()
    {
        var source = Source(
            ["isForcedLabour", "isSexualExploit", "isOtherExploit"],
            ["1", "", ""],
            ["1", "1", ""],
            ["", "1", ""],
            ["", "", "1"],
            ["", "", ""]
        );

        var forms = Profiles.Count(source, TestContext.Current.CancellationToken).Single();

        Assert.Equal((5, 4), (forms.Records, forms.Informative));
        Assert.Equal(50, forms.Percent("form-forced-labour"));
        Assert.Equal(50, forms.Percent("form-sexual-exploitation"));
        Assert.Equal(25, forms.Percent("form-other"));
    }

    [Fact]
    public void The_north_america_cut_is_recognised_and_counted()
    {
        var file = SharedData.FileOrSkip("ctdc/ctdc-synthetic-north-america-19col.csv");
        using var stream = File.OpenRead(file);
        var headers = Programme.Exchange.Tables.TableFile.Open(stream).Headers;
        var mapping = MappingGuess
            .Of(SourceKinds.Microdata, headers)
            .Tidied(SourceKinds.Microdata, headers);
        Assert.Equal(19, mapping.Columns.Count);
        var check = SourceReading.Check(
            stream,
            SourceKinds.Microdata,
            mapping,
            new DateOnly(2026, 11, 23),
            null,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(check.Problems);
        Assert.Equal(91_043, check.Rows);

        var groups = Profiles.Count(
            new StepSource(
                1,
                SourceKinds.Microdata,
                "CTDC",
                mapping,
                () =>
                    SourceReading.Lines(
                        stream,
                        mapping,
                        null,
                        TestContext.Current.CancellationToken
                    )
            ),
            TestContext.Current.CancellationToken
        );

        var forms = groups.Single(group => group.Group == ProfileGroups.Forms);
        // Counted in the file itself by another tool: 65 rows name no form.
        Assert.Equal((91_043, 90_978), (forms.Records, forms.Informative));
        Assert.True(
            forms.Percent("form-forced-labour") + forms.Percent("form-sexual-exploitation") >= 100
        );
        var duration = groups.Single(group => group.Group == ProfileGroups.Duration);
        Assert.Equal(58, duration.Informative);
    }

    private static StepSource Source(string[] headers, params string[][] rows)
    {
        var mapping = MappingGuess
            .Of(SourceKinds.Microdata, headers)
            .Tidied(SourceKinds.Microdata, headers);
        return new StepSource(
            1,
            SourceKinds.Microdata,
            "CTDC",
            mapping,
            () => rows.Select((cells, i) => new SourceLine(i + 2, cells))
        );
    }
}
