print("hexapla")
