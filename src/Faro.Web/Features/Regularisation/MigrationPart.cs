// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Regularisation;
using Faro.Web.Features.Justice;

namespace Faro.Web.Features.Regularisation;

/// <summary>Migration matters in a printed case file.</summary>
internal sealed class MigrationPart(ReadMigration read)
    : LegalPart<MigrationReading>(read, typeof(MigrationSection))
{
    public override int Order => 750;
}
