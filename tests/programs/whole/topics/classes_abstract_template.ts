abstract class Report {
  constructor(protected readonly title: string) {}
  abstract rows(): string[];
  abstract get footer(): string;
  protected header(): string {
    return `== ${this.title} ==`;
  }
  render(): string {
    return [this.header(), ...this.rows().map((r, i) => `${i + 1}. ${r}`), this.footer].join("\n");
  }
  static compare(a: Report, b: Report) {
    return a.rows().length - b.rows().length;
  }
}
class Plain extends Report {
  constructor(private items: string[]) {
    super("Plain");
  }
  rows() {
    return this.items;
  }
  get footer() {
    return `(${this.items.length})`;
  }
}
class Loud extends Plain {
  protected override header() {
    return super.header().toUpperCase();
  }
  override rows() {
    return super.rows().map((r) => r + "!");
  }
}
const reports: Report[] = [new Plain(["a", "b"]), new Loud(["x"])];
for (const r of reports) console.log(r.render());
console.log(reports.sort(Report.compare).map((r) => r.constructor.name));
type ReportClass = new (items: string[]) => Report;
const kinds: ReportClass[] = [Plain, Loud];
console.log(kinds.map((K) => new K(["q"]).footer));
