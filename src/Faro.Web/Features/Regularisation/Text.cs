// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Regularisation;

/// <summary>Marks the words of the Regularisation area.</summary>
public sealed class Text;
