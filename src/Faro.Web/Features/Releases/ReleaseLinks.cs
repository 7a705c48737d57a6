// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Releases;

/// <summary>The pages of what is published.</summary>
public static class ReleaseLinks
{
    public const string Public = "/publico";
    public const string Staff = "/publicaciones";
    public const string CsvPattern = "/publico/{id:guid}/tablas.csv";

    public static string Csv(Guid id) => $"{Public}/{id}/tablas.csv";
}
