@main struct Workshop { static func main() {} }
