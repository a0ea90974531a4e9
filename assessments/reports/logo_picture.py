"""A logo as SVG that holds the picture itself, so that it can travel as text."""

from base64 import b64encode

from assessments.reports.values import Logo


def logo_svg(logo: Logo) -> str:
    """An SVG of the logo's own size; it refers to nothing outside."""
    size = f'width="{logo.width}" height="{logo.height}"'
    picture = f'<image {size} href="data:image/png;base64,{b64encode(logo.png).decode()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{picture}</svg>'
