package podo.web.poster;

/** Colours of a poster: dark at the top, bright at the bottom, and three light accents. */
record Palette(String night, String dusk, String glow, String one, String two, String three) {

    private static final Palette[] ALL = {
        new Palette("#160633", "#4c1d95", "#c026d3", "#fbbf77", "#f472b6", "#a78bfa"),
        new Palette("#041c32", "#0b4f6c", "#1fa6a2", "#ffe3a3", "#7ee0d2", "#4aa8ff"),
        new Palette("#2a0a1c", "#7b1e3a", "#e4572e", "#ffd27d", "#ff9b71", "#f25c78"),
        new Palette("#0d1b2a", "#274060", "#5c80bc", "#f4f1de", "#a9c7f7", "#e0a458"),
        new Palette("#10231c", "#1f5c46", "#62a87c", "#f6f0c8", "#f2b880", "#9ad5b1"),
        new Palette("#1c0f2e", "#3f2a8c", "#4d7cfe", "#ff8fab", "#ffd6a5", "#80ffdb"),
        new Palette("#24081f", "#8e1a5b", "#ff5d8f", "#ffe1ea", "#ffb36b", "#c77dff"),
        new Palette("#2a0f33", "#9a3412", "#f59e0b", "#fff0c2", "#ff7b54", "#ffd166"),
    };

    static Palette of(int seed) {
        return ALL[Math.floorMod(seed * 31 + (seed >>> 16), ALL.length)];
    }
}
