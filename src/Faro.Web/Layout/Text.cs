// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Layout;

/// <summary>Marks the words of the page frame.</summary>
public sealed class Text;
