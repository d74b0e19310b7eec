public import Domain
import Mustache

/// Renders `packet.html`: the page that an officer of the city reads and prints.
///
/// Each figure carries in `data-figure` the line of `monthly.csv` or `statement.csv` it is.
public enum Packet {
  /// The page.
  public static func render(_ report: RunReport) -> OutputText {
    let view = PacketBuilder(report).view
    guard let page = library.render(view, withTemplate: "packet") else {
      preconditionFailure("the page's template is in its library")
    }
    var text = OutputText(room: page.utf8.count)
    text.append(text: page)
    return text
  }

  private static var library: MustacheLibrary {
    do {
      let page = String(decoding: PackageResources.packet_mustache, as: UTF8.self)
      let figure = #"<span class="fig" data-figure="{{key}}">{{text}}</span>"#
      return MustacheLibrary(templates: [
        "packet": try MustacheTemplate(string: page),
        "figure": try MustacheTemplate(string: figure),
      ])
    } catch {
      preconditionFailure("the page's template is well-formed")
    }
  }
}
