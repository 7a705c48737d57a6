// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.FormParts;

/// <summary>Marks the words inside the parts of forms.</summary>
public sealed class Text;
