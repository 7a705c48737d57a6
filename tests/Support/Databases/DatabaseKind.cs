// SPDX-License-Identifier: Apache-2.0
namespace Faro.Tests.Support;

/// <summary>The two databases that Faro keeps its things in.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
