//! Colours as eyes and instruments see them: contrast, lightness, difference, and what colour-blind readers are left with.

use std::f64::consts::PI;

/// A colour as linear sRGB: red, green and blue, each 0 to 1.
pub type Linear = [f64; 3];

/// A colour in CIELAB under D65: lightness L* from 0 to 100, then a* and b*.
pub type Lab = [f64; 3];

/// A way of seeing colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vision {
    /// All three kinds of cones.
    Normal,
    /// No long-wave (red) cones.
    Protan,
    /// No middle-wave (green) cones.
    Deutan,
    /// No short-wave (blue) cones.
    Tritan,
}

impl Vision {
    pub const ALL: [Self; 4] = [Self::Normal, Self::Protan, Self::Deutan, Self::Tritan];

    /// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision
    /// Deficiency, IEEE TVCG 15 (2009), the published matrices at severity 1.0, for linear sRGB.
    fn matrix(self) -> [Linear; 3] {
        match self {
            Self::Normal => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protan => {
                [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
            }
            Self::Deutan => {
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
            }
            Self::Tritan => {
                [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
            }
        }
    }

    /// The colour that such a reader is left with.
    pub fn sees(self, colour: Linear) -> Linear {
        times(self.matrix(), colour).map(|part| part.clamp(0.0, 1.0))
    }
}

/// The linear parts of `rrggbb`.
pub fn linear(hex: &str) -> Linear {
    [0, 2, 4].map(|i| {
        let value = f64::from(u8::from_str_radix(&hex[i..i + 2], 16).expect("two digits")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

/// Relative luminance, as WCAG 2.2 defines it.
pub fn luminance([r, g, b]: Linear) -> f64 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast of two colours, as WCAG 2.2 defines it: 1 to 21.
pub fn contrast(a: Linear, b: Linear) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colour in CIELAB.
pub fn lab(colour: Linear) -> Lab {
    const XYZ: [Linear; 3] =
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]];
    let [x, y, z] = times(XYZ, colour);
    let [x, y, z] = [x / 0.95047, y, z / 1.08883]
        .map(|part| if part > 216.0 / 24389.0 { part.cbrt() } else { (24389.0 / 27.0 * part + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn times(matrix: [Linear; 3], [a, b, c]: Linear) -> Linear {
    matrix.map(|[x, y, z]| x * a + y * b + z * c)
}

/// The difference of two colours by CIEDE2000, as G. Sharma, W. Wu, E. N. Dalal set it out (Color Research and
/// Application 30, 2005): about 1 is the least that can be seen side by side.
pub fn difference(a: Lab, b: Lab) -> f64 {
    let mean_chroma = f64::midpoint(a[1].hypot(a[2]), b[1].hypot(b[2]));
    let stretch = 1.5 - 0.5 * damped(mean_chroma);
    let ([l1, c1, h1], [l2, c2, h2]) = (polar(a, stretch), polar(b, stretch));
    let turn = if c1 * c2 == 0.0 { 0.0 } else { (h2 - h1 + 540.0).rem_euclid(360.0) - 180.0 };
    let (l, c, h) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2), mean_hue(h1, h2, c1 * c2 == 0.0));
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.20 * cos(4.0 * h - 63.0);
    let off = (l - 50.0).powi(2);
    let lightness = (l2 - l1) / (1.0 + 0.015 * off / (20.0 + off).sqrt());
    let chroma = (c2 - c1) / (1.0 + 0.045 * c);
    let hue = 2.0 * (c1 * c2).sqrt() * (turn / 360.0 * PI).sin() / (1.0 + 0.015 * c * t);
    let twist = -2.0 * damped(c) * (60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin();
    (lightness.powi(2) + chroma.powi(2) + hue.powi(2) + twist * chroma * hue).sqrt()
}

fn damped(chroma: f64) -> f64 {
    let power = chroma.powi(7);
    (power / (power + 25f64.powi(7))).sqrt()
}

fn polar([l, a, b]: Lab, stretch: f64) -> [f64; 3] {
    let a = a * stretch;
    [l, a.hypot(b), b.atan2(a).to_degrees().rem_euclid(360.0)]
}

fn mean_hue(a: f64, b: f64, grey: bool) -> f64 {
    match (a + b, (a - b).abs()) {
        (sum, _) if grey => sum,
        (sum, apart) if apart <= 180.0 => sum / 2.0,
        (sum, _) if sum < 360.0 => sum / 2.0 + 180.0,
        (sum, _) => sum / 2.0 - 180.0,
    }
}

fn cos(degrees: f64) -> f64 {
    degrees.to_radians().cos()
}
