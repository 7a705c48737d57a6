// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Linkage;

/// <summary>Where a record stands: enough to find it again in the next run, nothing of what it says.</summary>
/// <param name="Source">List it comes from.</param>
/// <param name="Row">Row in that list.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordRef(string Source, int Row);
