// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Regularisation;
using Faro.Web.Features.Justice;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Regularisation;

/// <summary>A page on migration matters of a case.</summary>
public abstract class MigrationScreen : LegalScreen<MigrationReading>
{
    [Inject]
    public required ReadMigration ReadMigration { get; set; }

    protected override ReadingOperation<Guid, MigrationReading> Read => ReadMigration;
}
