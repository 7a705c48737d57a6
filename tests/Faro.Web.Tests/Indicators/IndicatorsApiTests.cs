// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Indicators;

public sealed class IndicatorsApiTests
{
    private static readonly object Tourists = new
    {
        code = "turistas",
        nameEs = "Turistas",
        nameEn = "Tourists",
        unit = "visitors",
        territory = "14067",
        source = "Secretaría de Turismo",
    };

    [Theory]
    [EveryDatabase]
    public async Task A_series_is_registered_filled_and_read(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var analyst = host.As(Role.Analyst);
        using var made = await analyst.PostAsJsonAsync("/api/indicators/register", Tourists);
        var id = await made.Content.ReadFromJsonAsync<Guid>();
        using var filled = await analyst.PostAsJsonAsync(
            $"/api/indicators/{id}/set-values",
            new
            {
                values = new[]
                {
                    new
                    {
                        period = "2010",
                        value = 1201078,
                        status = "seed",
                    },
                },
            }
        );
        Assert.Equal(HttpStatusCode.OK, filled.StatusCode);

        using var caseworker = host.As(Role.Caseworker);
        var list = await caseworker.GetFromJsonAsync<JsonElement>("/api/indicators?take=1");
        var one = await caseworker.GetFromJsonAsync<JsonElement>($"/api/indicators/{id}");

        Assert.Equal(1, list.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, list.GetProperty("next").ValueKind);
        Assert.Equal("turistas", one.GetProperty("series").GetProperty("code").GetString());
        Assert.Equal(1201078, one.GetProperty("values")[0].GetProperty("value").GetDecimal());
        var page = await caseworker.GetStringAsync(new Uri($"/indicadores/{id}", UriKind.Relative));
        Assert.Contains("1,201,078", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_its_code_and_field()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);

        using var answer = await analyst.PostAsJsonAsync(
            "/api/indicators/register",
            new
            {
                code = "x",
                nameEs = "Turistas",
                nameEn = "Tourists",
                unit = "visitors",
                territory = "14067",
                source = "",
            }
        );
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "indicator.source-missing",
            problem
                .GetProperty("refusals")
                .EnumerateArray()
                .Select(each => each.GetProperty("code").GetString())
        );
    }

    [Theory]
    [InlineData("""{"code":"x"}""", "$ (nameEs, nameEn, unit, territory, source)")]
    [InlineData("""{"code":{"a":"Invented Name"}}""", "$.code")]
    [InlineData("""{"code":""", "$.code")]
    public async Task A_body_that_cannot_be_read_is_told_by_its_place(string body, string where)
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await analyst.PostAsync(
            new Uri("/api/indicators/register", UriKind.Relative),
            content
        );
        var text = await answer.Content.ReadAsStringAsync();
        var problem = JsonDocument.Parse(text).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("request.unreadable", problem.GetProperty("code").GetString());
        Assert.Equal(where, problem.GetProperty("refusals")[0].GetProperty("field").GetString());
        Assert.DoesNotContain("Invented", text, StringComparison.Ordinal);
    }
}
