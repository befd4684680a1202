package podo.web.poster;

/** Draws a poster: the sky, the motif, a dark foot on which the title is readable, and grain. */
final class Poster {

    private Poster() {}

    static String draw(Motif motif, int seed) {
        Palette colours = Palette.of(seed);
        Brush brush = new Brush(colours, seed * 2654435761L);
        brush.add(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="600" height="800">\
                <defs><linearGradient id="sky" x1="0" y1="0" x2="%.2f" y2="1"><stop offset="0" stop-color="%s"/>\
                <stop offset=".55" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient>\
                <radialGradient id="sun" cx=".35" cy=".3" r=".9"><stop offset="0" stop-color="#fff"/>\
                <stop offset=".35" stop-color="%s"/><stop offset="1" stop-color="%s"/></radialGradient>\
                <linearGradient id="foot" x1="0" y1="0" x2="0" y2="1"><stop offset=".55" stop-color="%s" stop-opacity="0"/>\
                <stop offset="1" stop-color="%s" stop-opacity=".85"/></linearGradient>\
                <filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency=".8" \
                numOctaves="2" seed="%d"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 .55 -.18"/></filter></defs>\
                <rect width="600" height="800" fill="url(#sky)"/>""",
                brush.between(.1, .5),
                colours.night(),
                colours.dusk(),
                colours.glow(),
                colours.one(),
                colours.two(),
                colours.night(),
                colours.night(),
                Math.floorMod(seed, 97));
        motif.paint(brush);
        brush.add("<rect width=\"600\" height=\"800\" fill=\"url(#foot)\"/>");
        brush.add("<rect width=\"600\" height=\"800\" filter=\"url(#grain)\" opacity=\".16\"/></svg>");
        return brush.svg();
    }
}
