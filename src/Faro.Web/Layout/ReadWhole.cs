// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Layout;

/// <summary>
/// A page, or a part of one, that reads before it shows. Frame, title, page and parts read at the same time: when one of
/// them is ready it draws what it holds anew, and a part that had read only half would be drawn from that half, with a
/// list there and the table that is made of it missing. It waits until the part has read all.
/// </summary>
public abstract class ReadWhole : ComponentBase
{
    private Task? _reading;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (_reading is null)
        {
            return _reading = base.SetParametersAsync(parameters);
        }

        if (_reading.IsCompleted)
        {
            return base.SetParametersAsync(parameters);
        }

        parameters.SetParameterProperties(this);
        return _reading;
    }
}
