// SPDX-License-Identifier: Apache-2.0
using Faro.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Xunit;

namespace Faro.Web.Tests.Layout;

public sealed class ReadWholeTests
{
    /// <summary>A frame that had read while the page was half-way drew it anew, and the page failed.</summary>
    [Fact]
    public async Task A_page_is_not_drawn_from_what_it_has_read_so_far()
    {
        var part = await Rendered.PartAsync<Frame>([]);
        Assert.Equal("178: Guatemala", part.TextContent);
    }

    /// <summary>Draws its page, and draws it anew once the page has read the first of two things.</summary>
    private sealed class Frame : ComponentBase
    {
        private readonly TaskCompletionSource _half = new();
        private readonly TaskCompletionSource _drawn = new();

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Page>(0);
            builder.AddComponentParameter(1, nameof(Page.Half), _half);
            builder.AddComponentParameter(2, nameof(Page.Drawn), _drawn);
            builder.CloseComponent();
        }

        protected override async Task OnInitializedAsync()
        {
            // The page begins to read after the frame was drawn for the first time.
            await Task.Yield();
            await _half.Task;
            try
            {
                StateHasChanged();
            }
            finally
            {
                _drawn.SetResult();
            }
        }
    }

    private sealed class Page : ReadWhole
    {
        private int _total;
        private string[] _rows = [];

        [Parameter]
        public TaskCompletionSource Half { get; set; } = new();

        [Parameter]
        public TaskCompletionSource Drawn { get; set; } = new();

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (_total > 0)
            {
                builder.AddContent(0, $"{_total}: {_rows[0]}");
            }
        }

        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            _total = 178;
            Half.SetResult();
            await Drawn.Task;
            _rows = ["Guatemala"];
        }
    }
}
