package app.bellwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// The pictures of the README. They go into `target/pictures`, or with `-Dpictures=write` into
/// `docs`.
final class Pictures {
  private static final boolean WRITE = "write".equals(System.getProperty("pictures"));
  private static final Path FOLDER = WRITE ? Path.of("docs") : Path.of("target", "pictures");

  private static final long SMALLEST = 20_000;
  private static final int COLOURS = 256;

  private Pictures() {}

  /// @param largest bytes of one in `docs`; elsewhere it depends on the fonts of the machine
  static void keep(byte[] png, String name, long largest) throws IOException {
    File file = Files.createDirectories(FOLDER).resolve(name).toFile();
    small(png, file);
    assertThat(file.length()).isBetween(SMALLEST, WRITE ? largest : Long.MAX_VALUE);
  }

  /// Writes a picture in few colours, packed as well as PNG can be.
  private static void small(byte[] png, File file) throws IOException {
    BufferedImage drawn = inFewColours(ImageIO.read(new ByteArrayInputStream(png)));
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam packed = writer.getDefaultWriteParam();
    packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    packed.setCompressionQuality(0);
    Files.deleteIfExists(file.toPath());
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(drawn, null, null), packed);
    } finally {
      writer.dispose();
    }
  }

  /// The same picture in its most frequent colours, which for text and lines nobody sees.
  private static BufferedImage inFewColours(BufferedImage drawn) {
    int width = drawn.getWidth();
    int[] pixels = drawn.getRGB(0, 0, width, drawn.getHeight(), null, 0, width);
    int[] palette = mostFrequent(pixels);
    IndexColorModel colours =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage few =
        new BufferedImage(width, drawn.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    Map<Integer, Integer> known = new HashMap<>();
    for (int i = 0; i < pixels.length; i++) {
      int place = known.computeIfAbsent(pixels[i], colour -> nearest(palette, colour));
      few.getRaster().setSample(i % width, i / width, 0, place);
    }
    return few;
  }

  private static int[] mostFrequent(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(COLOURS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static int nearest(int[] palette, int colour) {
    return IntStream.range(0, palette.length)
        .boxed()
        .min(Comparator.comparingInt(place -> distance(palette[place], colour)))
        .orElseThrow();
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int step = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += step * step;
    }
    return sum;
  }
}
